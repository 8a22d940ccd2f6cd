"""The emails that go out: whom to tell and when, what each says, and sending it once. docs/due-dates-and-notices.md

Put down as rows by `telling` (new actions, changes, by hand), `chasing` (reminders and the ladder) and `digests`;
written by `composing`, which asks one of `*_words` what that kind says, about `cards` of actions, to one of
`recipients`; sent by `outbox`.
"""
