"""Words that leave somebody something to do, found in what was said, decided and listed; repeats put together."""
