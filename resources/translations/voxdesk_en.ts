<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccessKeysPane</name>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgentsPane</name>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln agent</numerusform>
            <numerusform>%Ln agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %n agents?</source>
        <translation>
            <numerusform>Deactivate %n agent?</numerusform>
            <numerusform>Deactivate %n agents?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message numerus="yes">
        <source>Too many requests: waiting %n second(s) as the server asks, then attempt %1 of 3.</source>
        <translation>
            <numerusform>Too many requests: waiting %n second as the server asks, then attempt %1 of 3.</numerusform>
            <numerusform>Too many requests: waiting %n seconds as the server asks, then attempt %1 of 3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) left until %1.</source>
        <translation>
            <numerusform>%n request left until %1.</numerusform>
            <numerusform>%n requests left until %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditPane</name>
    <message numerus="yes">
        <source>%Ln entr(y/ies)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallsPane</name>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message numerus="yes">
        <source>Locked for %n second(s)</source>
        <translation>
            <numerusform>Locked for %n second</numerusform>
            <numerusform>Locked for %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditAccessKeyDialog</name>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>In %n day</numerusform>
            <numerusform>In %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditVersionsDialog</name>
    <message numerus="yes">
        <source>%Ln caller(s)</source>
        <translation>
            <numerusform>%Ln caller</numerusform>
            <numerusform>%Ln callers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is refused at once; %n caller(s) used it in the last 30 days.</source>
        <translation>
            <numerusform>%1 is refused at once: %n caller used it in the last 30 days.</numerusform>
            <numerusform>%1 is refused at once: %n callers used it in the last 30 days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthPane</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LegacyPane</name>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln agent</numerusform>
            <numerusform>%Ln agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln campaign(s)</source>
        <translation>
            <numerusform>%Ln campaign</numerusform>
            <numerusform>%Ln campaigns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln remark(s) about its rows:</source>
        <translation>
            <numerusform>%Ln remark about its rows:</numerusform>
            <numerusform>%Ln remarks about its rows:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LocalServer</name>
    <message numerus="yes">
        <source>Preparing demo data for %n user(s)…</source>
        <translation>
            <numerusform>Preparing demo data for %n user…</numerusform>
            <numerusform>Preparing demo data for %n users…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrganizationsPane</name>
    <message numerus="yes">
        <source>%Ln organisation(s)</source>
        <translation>
            <numerusform>%Ln organisation</numerusform>
            <numerusform>%Ln organisations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPane</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProviderKeysPane</name>
    <message numerus="yes">
        <source>%n key(s) set</source>
        <translation>
            <numerusform>%n key set</numerusform>
            <numerusform>%n keys set</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln organisation(s)</source>
        <translation>
            <numerusform>%Ln organisation</numerusform>
            <numerusform>%Ln organisations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RotateAccessKeyDialog</name>
    <message numerus="yes">
        <source>%n hour(s) more</source>
        <translation>
            <numerusform>%n hour more</numerusform>
            <numerusform>%n hours more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) more</source>
        <translation>
            <numerusform>%n day more</numerusform>
            <numerusform>%n days more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecurityPane</name>
    <message numerus="yes">
        <source>%n recovery code(s) left.</source>
        <translation>
            <numerusform>%n recovery code left.</numerusform>
            <numerusform>%n recovery codes left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n recovery code(s) left: make new ones.</source>
        <translation>
            <numerusform>Only %n recovery code left: make new ones.</numerusform>
            <numerusform>Only %n recovery codes left: make new ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The password is changed; %n other session(s) ended.</source>
        <translation>
            <numerusform>The password is changed. %n other session ended.</numerusform>
            <numerusform>The password is changed. %n other sessions ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeriesChart</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message numerus="yes">
        <source>Locked for %n minute(s)</source>
        <translation>
            <numerusform>Locked for %n minute</numerusform>
            <numerusform>Locked for %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Locked for %n second(s)</source>
        <translation>
            <numerusform>Locked for %n second</numerusform>
            <numerusform>Locked for %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TablePane</name>
    <message numerus="yes">
        <source>%n row(s) written to %1</source>
        <translation>
            <numerusform>%n row written to %1</numerusform>
            <numerusform>%n rows written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TryAgentDialog</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UsagePane</name>
    <message numerus="yes">
        <source>%n event(s) over quota</source>
        <translation>
            <numerusform>%n event over quota</numerusform>
            <numerusform>%n events over quota</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UsersPane</name>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %n users?</source>
        <translation>
            <numerusform>Deactivate %n user?</numerusform>
            <numerusform>Deactivate %n users?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The account and its %n agent(s) are deleted for good. This cannot be undone; deactivating can.</source>
        <translation>
            <numerusform>The account and its %n agent are deleted for good. This cannot be undone; deactivating can.</numerusform>
            <numerusform>The account and its %n agents are deleted for good. This cannot be undone; deactivating can.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsPane</name>
    <message numerus="yes">
        <source>A mail about %1 goes to %n recipient(s).</source>
        <translation>
            <numerusform>A mail about %1 goes to %n recipient.</numerusform>
            <numerusform>A mail about %1 goes to %n recipients.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>Expires in %n day</numerusform>
            <numerusform>Expires in %n days</numerusform>
        </translation>
    </message>
</context>
</TS>
