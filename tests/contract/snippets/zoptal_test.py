# SPDX-License-Identifier: GPL-3.0-or-later
"""Zoptal's Python client, unchanged but for the address of the server."""
import os
import pathlib
import unittest

import requests

BASE = os.environ["VOXDESK_URL"]
CREDENTIALS = {"email": "python@example.com", "password": "password123"}


def document_client():
    source = (pathlib.Path(__file__).parent / "zoptal/client.py").read_text()
    names = {}
    exec(compile(source.replace("https://api.zoptal.com", BASE), "zoptal/client.py", "exec"), names)
    return names


class ZoptalClient(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        requests.post(f"{BASE}/api/v1/auth/register", json=CREDENTIALS, timeout=60)

    def test_v2(self):
        answer = document_client()["client"].login(CREDENTIALS)
        self.assertIs(answer["success"], True)
        self.assertEqual(answer["data"]["user"]["email"], CREDENTIALS["email"])
        self.assertEqual(answer["meta"]["version"], "v2")

    def test_v1(self):
        answer = document_client()["ZoptalAuthClient"](BASE, "v1").login(CREDENTIALS)
        self.assertEqual(answer["user"]["email"], CREDENTIALS["email"])
        self.assertEqual(answer["token"], answer["accessToken"])

    def test_wrong_password(self):
        wrong = {**CREDENTIALS, "password": "not the password"}
        self.assertEqual(document_client()["client"].login(wrong)["error"]["code"], "INVALID_CREDENTIALS")


if __name__ == "__main__":
    unittest.main()
