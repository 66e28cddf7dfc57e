"""Where the program starts: `qualkit` and `python -m qualkit`."""


def main() -> None:
    """Run the command line."""
    from qualkit.cli.main import run  # noqa: PLC0415  (nothing is loaded before it is needed)

    run()


if __name__ == "__main__":
    main()
