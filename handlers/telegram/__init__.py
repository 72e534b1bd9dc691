"""Telegram: updates come in through aiogram, replies go out through python-telegram-bot.

Importing this package imports neither library: both are heavy, and the page answers first.
"""
