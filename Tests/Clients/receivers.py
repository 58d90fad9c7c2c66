"""What receives notices in tests: a web server and a mail server, each with what came."""

import contextlib
import http.server
import ssl
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from server import free_port


class Hook:
    """A web server that keeps each request and answers as `answers` says, the last one for ever."""

    def __init__(self, answers=((200, {}),), context=None):
        self.requests = []
        self.answers = list(answers)
        hook = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                hook.requests.append((self.path, dict(self.headers), body))
                status, headers = hook.answers[0]
                if len(hook.answers) > 1:
                    hook.answers.pop(0)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"ok")

            def log_message(self, *arguments):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.scheme = "http"
        if context:
            self.scheme = "https"
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def url(self, host="127.0.0.1"):
        return f"{self.scheme}://{host}:{self.server.server_port}/hook"

    def ids(self):
        return [headers["webhook-id"] for _, headers, _ in self.requests]


@contextlib.contextmanager
def hook(*answers, context=None):
    receiver = Hook(answers or ((200, {}),), context)
    try:
        yield receiver
    finally:
        receiver.server.shutdown()
        receiver.server.server_close()


class Letters:
    """A mail server's handler that keeps what it was given."""

    def __init__(self):
        self.letters = []

    async def handle_DATA(self, server, session, envelope):
        if not session.ssl:
            return "530 TLS first"
        self.letters.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return "250 kept"


@contextlib.contextmanager
def mail_server(context, user, password):
    """A mail server that wants TLS, then a name and a password."""
    letters = Letters()

    def admit(server, session, envelope, mechanism, data):
        return AuthResult(success=(data.login, data.password) == (user.encode(), password.encode()))

    controller = Controller(
        letters, hostname="127.0.0.1", port=free_port(), ready_timeout=30, tls_context=context, require_starttls=True, authenticator=admit,
        auth_required=True, auth_require_tls=True)
    controller.start()
    try:
        yield letters, controller.port
    finally:
        controller.stop()


def server_context(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context
