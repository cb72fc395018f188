-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rows as a database of version 3 holds them, on top of the earlier ones.
INSERT INTO vault_keys (id, is_current, created_at) VALUES ('00112233445566aa', 1, 1700000000000);
INSERT INTO vault_secrets (organization_id, owner, row_id, key_id, sealed)
VALUES ('org_a', 'provider_keys', 'groq', '00112233445566aa', 'sealed'), ('org_a', 'agents', 'agent_a', '00112233445566aa', 'sealed');
INSERT INTO provider_keys (organization_id, provider, is_active, fingerprint, last4, created_by, created_at, updated_at,
    last_used_at, tested_at, test_ok, test_message)
VALUES ('org_a', 'groq', 1, 'b5bb9d8014a0', 'wxyz', 'user_a', 1700000000000, 1700000000001, 1700000000002, 1700000000003, 1,
    'Accepted');
INSERT INTO agents (seq, id, organization_id, user_id, name, sort_name, description, phone_number, status, llm_provider,
    llm_provider_config, tts_settings, search_text, created_at, updated_at)
VALUES (1, 'agent_a', 'org_a', 'user_a', 'Empfang Süd', 'empfang süd', 'Nimmt Anrufe an', '+4930123456', 'active', 'openai',
    '{"api_key":"****wxyz","model":"gpt-4o-mini"}', '{"provider":"deepgram"}', 'empfang süd
+4930123456
nimmt anrufe an', 1700000000000, 1700000000001),
    (2, 'agent_b', 'org_a', 'user_b', '客服', '客服', '', '', 'inactive', 'groq', '{}', '{}', '客服', 1700000000000, 1700000000001);
