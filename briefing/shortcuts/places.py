"""Where the desktop of the person is who runs the program."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from pathlib import Path

_DESKTOP = re.compile(r'^XDG_DESKTOP_DIR="(.+)"', re.MULTILINE)

if sys.platform == "win32":
    import winreg

    _FOLDERS = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"

    def desktop_folder() -> Path:
        """Return the folder, wherever it was moved to, such as into a cloud's."""
        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _FOLDERS) as key:
            said, _ = winreg.QueryValueEx(key, "Desktop")
            return Path(os.path.expandvars(said))
        return Path.home() / "Desktop"

else:

    def desktop_folder() -> Path:
        """Return the folder that user-dirs.dirs (freedesktop.org, xdg-user-dirs) names."""
        settings = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
        with suppress(OSError, UnicodeDecodeError):
            said = (Path(settings) / "user-dirs.dirs").read_text(encoding="utf-8")
            if found := _DESKTOP.search(said):
                return Path(found[1].replace("$HOME", str(Path.home())))
        return Path.home() / "Desktop"
