"""What a person reads of a page or an email: its words, whatever lines they are broken into."""


def folded(text: str) -> str:
    return " ".join(text.split())


def text_of(response) -> str:
    return folded(response.content.decode())
