import pytest

from server import Server


@pytest.fixture
def server():
    """A running server on a workspace of its own."""
    server = Server()
    try:
        yield server.start()
    finally:
        server.clean_up()
