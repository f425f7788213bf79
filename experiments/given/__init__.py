"""What users give: files, standard input and names, looked at by size, kind and sign before anything else is done."""
