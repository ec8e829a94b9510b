"""Prints the result of a check in TAP: one line for each claim, with what breaks it below."""


class Claims:
    def __init__(self):
        self.count = 0
        self.is_broken = False

    def claim(self, words, complaints):
        self.count += 1
        complaints = list(complaints)
        self.is_broken |= bool(complaints)
        print(f"{'not ok' if complaints else 'ok'} {self.count} - {words}")
        for complaint in complaints:
            print(f"# {complaint}")

    def end(self):
        """The exit code."""
        print(f"1..{self.count}")
        return 1 if self.is_broken else 0
