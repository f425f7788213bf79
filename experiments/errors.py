"""What is wrong with a request, said in one line; the command line prints it and ends with exit code 2."""


class RequestError(ValueError):
    """Something was asked for that cannot be done; the text is one line that says what would be right."""
