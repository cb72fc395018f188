# SPDX-License-Identifier: GPL-3.0-or-later
"""Diwaar's Python example, unchanged but for the address of the server and the key."""
import os
import pathlib
import unittest

import requests

BASE = os.environ["VOXDESK_URL"]
CREDENTIALS = {"email": "diwaar@example.com", "password": "password123"}


class DiwaarExample(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        requests.post(f"{BASE}/api/v1/auth/register", json=CREDENTIALS, timeout=60)
        token = requests.post(f"{BASE}/api/v1/auth/login", json=CREDENTIALS, timeout=60).json()["token"]
        made = requests.post(f"{BASE}/api/v1/access-keys", json={"name": "Python", "permissions": "write"},
                             headers={"Authorization": f"Bearer {token}"}, timeout=60)
        cls.key = made.json()["data"]["key"]

    def run_example(self, key):
        source = (pathlib.Path(__file__).parent / "diwaar/create_assistant.py").read_text()
        source = source.replace("https://yourdomain.com", BASE).replace("diwaar_your_api_key_here", key)
        names = {}
        exec(compile(source, "diwaar/create_assistant.py", "exec"), names)
        return names["response"]

    def test_creates_the_assistant(self):
        response = self.run_example(self.key)
        self.assertEqual(response.status_code, 201, response.text)
        made = response.json()["data"]
        self.assertEqual(made["name"], "My Assistant")
        self.assertEqual(made["phone_number"], "+1234567890")
        self.assertEqual(made["llm_provider_config"]["model"], "gpt-4o-mini")
        self.assertNotIn("your_openai_key", response.text)
        read = requests.get(f"{BASE}/api/v1/assistants/{made['id']}", headers={"Authorization": f"Bearer {self.key}"},
                            timeout=60)
        self.assertEqual(read.json()["data"]["id"], made["id"])
        self.assertNotIn("your_openai_key", read.text)

    def test_refuses_a_key_that_is_not_one(self):
        self.assertEqual(self.run_example("vxd_0000_forged").status_code, 401)


if __name__ == "__main__":
    unittest.main()
