// Not what was accepted.
