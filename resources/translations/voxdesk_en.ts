<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
        <name>Words</name>
        <message numerus="yes">
            <source>Try again in %n second(s).</source>
            <translation>
                <numerusform>Try again in %n second.</numerusform>
                <numerusform>Try again in %n seconds.</numerusform>
            </translation>
        </message>
    </context>
</TS>
