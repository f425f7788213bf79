"""`python -m dashboard` is the command line `siloscope`: that of the experiments, and the commands of the dashboard."""


def main() -> None:
    """Run the command line; ends the process with one of the exit codes that `siloscope --help` lists."""
    from dashboard.serving.commands import add_to
    from experiments.cli import main as command_line
    from experiments.cli.app import app

    add_to(app)
    command_line()


if __name__ == "__main__":
    main()
