"""The real settings with folders of their own, so that no test touches a data folder or key of this machine."""

import atexit
import os
import shutil
import tempfile

home = tempfile.mkdtemp(prefix="werkplaats-test-")
atexit.register(shutil.rmtree, home, ignore_errors=True)
os.environ["WERKPLAATS_DATA"] = f"{home}/data"
os.environ["WERKPLAATS_KEY_DIR"] = f"{home}/keys"
for name in ("HOST", "PORT", "URL", "MAIL", "DEBUG"):
    os.environ.pop(f"WERKPLAATS_{name}", None)

from werkplaats.config.settings import *  # noqa: E402, F403

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
