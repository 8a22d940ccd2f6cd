"""The address of somebody who wants to follow."""

from django import forms


class FollowForm(forms.Form):
    email = forms.EmailField(
        label="Email address",
        help_text="We write only when something changes. Every email has a link to stop.",
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": "Write your email address",
            "invalid": "Write an email address, such as name@example.org",
        },
    )

    def __init__(self, *args, user, **kwargs):
        """Whoever is signed in follows with the address of the account, and is not asked for one."""
        super().__init__(*args, **kwargs)
        if user.is_authenticated:
            del self.fields["email"]
