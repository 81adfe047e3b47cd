"""Static files straight from the event loop: whitenoise's table of files, without a Django request around each."""

from django.conf import settings
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Names with a hash of the content, also in the imports of modules, so that a browser may keep them for ever."""

    support_js_module_import_aggregation = True


class StaticFiles:
    def __init__(self):
        self.table = WhiteNoiseMiddleware(get_response=None, settings=settings)

    def find(self, path: str):
        """The file at a URL path, or None. With DEBUG on, looks on disk at each request."""
        return self.table.find_file(path) if self.table.autorefresh else self.table.files.get(path)

    async def __call__(self, scope, receive, send) -> bool:
        """Sends the file and returns True; False when there is none."""
        file = self.find(scope["path"])
        if file is None:
            return False
        asked = {
            f"HTTP_{name.decode('latin-1').upper().replace('-', '_')}": value.decode("latin-1")
            for name, value in scope["headers"]
        }
        answer = file.get_response(scope["method"], asked)
        body = b""
        if answer.file is not None:
            with answer.file:
                body = answer.file.read()
        headers = [(name.lower().encode(), value.encode()) for name, value in answer.headers]
        headers.append((b"x-content-type-options", b"nosniff"))
        await send({"type": "http.response.start", "status": int(answer.status), "headers": headers})
        await send({"type": "http.response.body", "body": body})
        return True
