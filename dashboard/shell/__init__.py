"""The frame around all pages: menu, language, colours, undo, the address."""
