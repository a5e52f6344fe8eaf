"""The one way in which an answer does not come."""


class LineStopped(KeyboardInterrupt):
    """Ctrl-C, or the end of the input, at a question; `typed` is what stood on the line."""

    def __init__(self, typed: str = "") -> None:
        super().__init__()
        self.typed = typed
