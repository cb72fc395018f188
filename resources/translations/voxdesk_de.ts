<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Access</name>
    <message>
        <source>The profile “%1” is read-only. Change that under File, Servers.</source>
        <translation>Das Profil „%1“ ist schreibgeschützt. Das lässt sich unter Datei, Server ändern.</translation>
    </message>
    <message>
        <source>Support staff can look at everything but change nothing. Ask an administrator.</source>
        <translation>Der Support kann alles ansehen, aber nichts ändern. Frag einen Administrator.</translation>
    </message>
    <message>
        <source>Only an administrator can change this.</source>
        <translation>Das kann nur ein Administrator ändern.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es besteht keine Verbindung zum Server.</translation>
    </message>
</context>
<context>
    <name>AccessKeysPane</name>
    <message>
        <source>Created by %1</source>
        <translation>Erstellt von %1</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Requests an hour</source>
        <translation>Anfragen pro Stunde</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation>Endet auf</translation>
    </message>
    <message>
        <source>Old secret until</source>
        <translation>Altes Geheimnis bis</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Access keys</source>
        <translation>Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>No access keys yet</source>
        <translation>Noch keine Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>A program signs in with an access key. Create one with “New key…”.</source>
        <translation>Ein Programm meldet sich mit einem Zugriffsschlüssel an. Erstellen Sie einen mit „Neuer Schlüssel…“.</translation>
    </message>
    <message>
        <source>Empty: the limit of who created the key</source>
        <translation>Leer: die Grenze dessen, der den Schlüssel erstellt hat</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Neuer Schlüssel…</translation>
    </message>
    <message>
        <source>Create a key for a program of your organisation (Ctrl+N)</source>
        <translation>Einen Schlüssel für ein Programm Ihrer Organisation erstellen (Strg+N)</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Change name, permission, limit and expiry (F2)</source>
        <translation>Name, Berechtigung, Grenze und Ablauf ändern (F2)</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Erneuern…</translation>
    </message>
    <message>
        <source>Give this key a new secret; the old one works on for a while (Ctrl+Shift+R)</source>
        <translation>Diesem Schlüssel ein neues Geheimnis geben; das alte gilt noch eine Weile (Strg+Umschalt+R)</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen…</translation>
    </message>
    <message>
        <source>End this key at once (Del)</source>
        <translation>Diesen Schlüssel sofort beenden (Entf)</translation>
    </message>
    <message>
        <source>These keys are another organisation&apos;s: only its owner can change them.</source>
        <translation>Diese Schlüssel gehören einer anderen Organisation: Nur deren Eigentümer kann sie ändern.</translation>
    </message>
    <message>
        <source>This key is revoked. Create a new one.</source>
        <translation>Dieser Schlüssel ist widerrufen. Erstellen Sie einen neuen.</translation>
    </message>
    <message>
        <source>This is the only time the key is shown. Copy it now and keep it where only the program can read it.</source>
        <translation>Der Schlüssel wird nur dieses eine Mal gezeigt. Kopieren Sie ihn jetzt und bewahren Sie ihn so auf, dass nur das Programm ihn lesen kann.</translation>
    </message>
    <message>
        <source>%1 is created</source>
        <translation>%1 ist erstellt</translation>
    </message>
    <message>
        <source>%1 saved.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>%1 has a new secret</source>
        <translation>%1 hat ein neues Geheimnis</translation>
    </message>
    <message>
        <source>It was last used %1.</source>
        <translation>Zuletzt wurde er %1 benutzt.</translation>
    </message>
    <message>
        <source>It was never used.</source>
        <translation>Er wurde nie benutzt.</translation>
    </message>
    <message>
        <source>Revoke %1?</source>
        <translation>%1 widerrufen?</translation>
    </message>
    <message>
        <source>Programs that use it are refused at once. This cannot be undone.</source>
        <translation>Programme, die ihn benutzen, werden sofort abgewiesen. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>%1 is revoked.</source>
        <translation>%1 ist widerrufen.</translation>
    </message>
</context>
<context>
    <name>AccountTab</name>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>They belong to your account, wherever you sign in.</source>
        <translation>Sie gehören zu deinem Konto, wo immer du dich anmeldest.</translation>
    </message>
    <message>
        <source>News of the product by e-mail</source>
        <translation>Neuigkeiten zum Produkt per E-Mail</translation>
    </message>
    <message>
        <source>Notices by e-mail</source>
        <translation>Hinweise per E-Mail</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Where a forgotten password is reset, and where you are told what happens to the account.</source>
        <translation>Dorthin geht der Code für ein vergessenes Passwort, und dort erfährst du, was mit dem Konto geschieht.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether mails reach you, and a forgotten password is reset by mail. Have a code mailed to you and enter it here.</source>
        <translation>Noch weiß niemand, ob Mails dich erreichen, und ein vergessenes Passwort wird per Mail zurückgesetzt. Lass dir einen Code mailen und gib ihn hier ein.</translation>
    </message>
    <message>
        <source>This has not been read from the server yet.</source>
        <translation>Das ist noch nicht vom Server gelesen.</translation>
    </message>
    <message>
        <source>The address is confirmed already.</source>
        <translation>Die Adresse ist schon bestätigt.</translation>
    </message>
    <message>
        <source>Have a code mailed to the address; at most one mail a minute</source>
        <translation>Einen Code an die Adresse mailen lassen; höchstens eine Mail pro Minute</translation>
    </message>
    <message>
        <source>Confirm the address with the code of the mail</source>
        <translation>Die Adresse mit dem Code der Mail bestätigen</translation>
    </message>
    <message>
        <source>Change what you want of the service</source>
        <translation>Ändern, was du vom Dienst willst</translation>
    </message>
    <message>
        <source>A mail with a code is on its way to %1.</source>
        <translation>Eine Mail mit einem Code ist unterwegs an %1.</translation>
    </message>
    <message>
        <source>The e-mail address is confirmed.</source>
        <translation>Die E-Mail-Adresse ist bestätigt.</translation>
    </message>
    <message>
        <source>The preferences are saved.</source>
        <translation>Die Einstellungen sind gespeichert.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Wishes a second factor</source>
        <translation>Wünscht einen zweiten Faktor</translation>
    </message>
</context>
<context>
    <name>AgentsPane</name>
    <message>
        <source>What it says</source>
        <translation>Was er sagt</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Erste Nachricht</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Letzte Nachricht</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Speech-to-text</source>
        <translation>Spracherkennung</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Name, phone number or description</source>
        <translation>Name, Telefonnummer oder Beschreibung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln Agent</numerusform>
            <numerusform>%Ln Agenten</numerusform>
        </translation>
    </message>
    <message>
        <source>No agents yet</source>
        <translation>Noch keine Agenten</translation>
    </message>
    <message>
        <source>An agent answers and makes calls. Create the first one with “New agent…”.</source>
        <translation>Ein Agent nimmt Anrufe an und führt sie. Erstellen Sie den ersten mit „Neuer Agent…“.</translation>
    </message>
    <message>
        <source>New agent…</source>
        <translation>Neuer Agent…</translation>
    </message>
    <message>
        <source>Create an agent in your organisation (Ctrl+N)</source>
        <translation>Einen Agenten in Ihrer Organisation erstellen (Strg+N)</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Change this agent&apos;s settings (F2)</source>
        <translation>Die Einstellungen dieses Agenten ändern (F2)</translation>
    </message>
    <message>
        <source>Try agent…</source>
        <translation>Agent ausprobieren…</translation>
    </message>
    <message>
        <source>Write with this agent and see what an answer takes (Ctrl+T)</source>
        <translation>Mit diesem Agenten schreiben und sehen, was eine Antwort braucht (Strg+T)</translation>
    </message>
    <message>
        <source>Show its calls</source>
        <translation>Seine Anrufe zeigen</translation>
    </message>
    <message>
        <source>Opens the calls of this agent (Return)</source>
        <translation>Öffnet die Anrufe dieses Agenten (Eingabe)</translation>
    </message>
    <message>
        <source>Only this organisation</source>
        <translation>Nur diese Organisation</translation>
    </message>
    <message>
        <source>Show only the agents of this agent&apos;s organisation (Ctrl+Shift+O)</source>
        <translation>Nur die Agenten dieser Organisation zeigen (Strg+Umschalt+O)</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Let these agents take calls again (Ctrl+Shift+A)</source>
        <translation>Diese Agenten wieder Anrufe annehmen lassen (Strg+Umschalt+A)</translation>
    </message>
    <message>
        <source>Active already.</source>
        <translation>Schon aktiv.</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Keep these agents from taking calls (Ctrl+Shift+D)</source>
        <translation>Diese Agenten keine Anrufe mehr annehmen lassen (Strg+Umschalt+D)</translation>
    </message>
    <message>
        <source>Inactive already.</source>
        <translation>Schon inaktiv.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Delete this agent for good (Del)</source>
        <translation>Diesen Agenten endgültig löschen (Entf)</translation>
    </message>
    <message>
        <source>You have %1 of %2 agents. Delete one, or have the limit raised under Users.</source>
        <translation>Sie haben %1 von %2 Agenten. Löschen Sie einen oder lassen Sie die Grenze unter Benutzer erhöhen.</translation>
    </message>
    <message>
        <source>This server cannot try agents. Update it.</source>
        <translation>Dieser Server kann Agenten nicht ausprobieren. Aktualisieren Sie ihn.</translation>
    </message>
    <message>
        <source>Only agents of your own organisation can be tried: its keys and its quota pay for it.</source>
        <translation>Nur Agenten der eigenen Organisation lassen sich ausprobieren: Ihre Schlüssel und ihr Kontingent zahlen dafür.</translation>
    </message>
    <message>
        <source>%1 is created.</source>
        <translation>%1 ist erstellt.</translation>
    </message>
    <message>
        <source>%1 saved.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>Deactivate %1?</source>
        <translation>%1 deaktivieren?</translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %n agents?</source>
        <translation>
            <numerusform>%n Agenten deaktivieren?</numerusform>
            <numerusform>%n Agenten deaktivieren?</numerusform>
        </translation>
    </message>
    <message>
        <source>They take and make no calls until they are activated again.</source>
        <translation>Bis zur erneuten Aktivierung werden keine Anrufe angenommen oder geführt.</translation>
    </message>
    <message>
        <source>%1 is active.</source>
        <translation>%1 ist aktiv.</translation>
    </message>
    <message>
        <source>%1 is deactivated.</source>
        <translation>%1 ist deaktiviert.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Activate agents</source>
        <translation>Agenten aktivieren</translation>
    </message>
    <message>
        <source>Deactivate agents</source>
        <translation>Agenten deaktivieren</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>The agent is deleted for good; its calls stay. This cannot be undone; deactivating can.</source>
        <translation>Der Agent wird endgültig gelöscht, seine Anrufe bleiben. Das lässt sich nicht rückgängig machen, Deaktivieren schon.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>ApiCall</name>
    <message>
        <source>This server is set to read-only in this console.</source>
        <translation>Dieser Server ist in dieser Konsole schreibgeschützt.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>Die Datei lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>The server points to another address: %1. Enter that one in its profile.</source>
        <translation>Der Server verweist auf eine andere Adresse: %1. Trag diese im Profil ein.</translation>
    </message>
</context>
<context>
    <name>ApiClient</name>
    <message>
        <source>The server does not answer.</source>
        <translation>Der Server antwortet nicht.</translation>
    </message>
    <message>
        <source>%1 took too long to answer.</source>
        <translation>%1 hat zu lange nicht geantwortet.</translation>
    </message>
    <message>
        <source>There is no server named %1, or this computer is not connected to a network.</source>
        <translation>Es gibt keinen Server namens %1, oder dieser Computer ist mit keinem Netz verbunden.</translation>
    </message>
    <message>
        <source>%1 does not accept connections on port %2.</source>
        <translation>%1 nimmt auf Port %2 keine Verbindungen an.</translation>
    </message>
    <message>
        <source>No safe connection to %1: %2</source>
        <translation>Keine sichere Verbindung zu %1: %2</translation>
    </message>
    <message>
        <source>What answers at %1 is not a Voxdesk server.</source>
        <translation>Was bei %1 antwortet, ist kein Voxdesk-Server.</translation>
    </message>
    <message>
        <source>The connection to %1 broke: %2</source>
        <translation>Die Verbindung zu %1 ist abgebrochen: %2</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>Die Datei kann nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>There is nothing here for your role yet</source>
        <translation>Für deine Rolle gibt es hier noch nichts</translation>
    </message>
    <message>
        <source>This console is for administrators and support staff. Ask an administrator for that role.</source>
        <translation>Diese Konsole ist für Administratoren und den Support. Bitte einen Administrator um diese Rolle.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>There is no saved server called “%1”.</source>
        <translation>Es gibt keinen gespeicherten Server namens „%1“.</translation>
    </message>
    <message>
        <source>The language changes when Voxdesk starts again.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Voxdesk.</translation>
    </message>
    <message numerus="yes">
        <source>Too many requests: waiting %n second(s) as the server asks, then attempt %1 of 3.</source>
        <translation>
            <numerusform>Zu viele Anfragen: %n Sekunde warten, wie der Server verlangt, dann Versuch %1 von 3.</numerusform>
            <numerusform>Zu viele Anfragen: %n Sekunden warten, wie der Server verlangt, dann Versuch %1 von 3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) left until %1.</source>
        <translation>
            <numerusform>Noch %n Anfrage bis %1.</numerusform>
            <numerusform>Noch %n Anfragen bis %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign-in will not be remembered: %1</source>
        <translation>Die Anmeldung wird nicht gemerkt: %1</translation>
    </message>
    <message>
        <source>The server program voxdeskd is not installed here.</source>
        <translation>Das Serverprogramm voxdeskd ist hier nicht installiert.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>The local server ended unexpectedly and is started again.</source>
        <translation>Der lokale Server endete unerwartet und wird neu gestartet.</translation>
    </message>
    <message>
        <source>This month&apos;s token quota is used up: %1 of %2.</source>
        <translation>Das Token-Kontingent dieses Monats ist aufgebraucht: %1 von %2.</translation>
    </message>
    <message>
        <source>More than 80 % of this month&apos;s token quota is used: %1 of %2.</source>
        <translation>Mehr als 80 % des Token-Kontingents dieses Monats sind verbraucht: %1 von %2.</translation>
    </message>
    <message>
        <source>The new password is set. Sign in with it.</source>
        <translation>Das neue Passwort ist gesetzt. Melde dich damit an.</translation>
    </message>
    <message>
        <source>The second step took too long. Type your password again.</source>
        <translation>Der zweite Schritt hat zu lange gedauert. Gib dein Passwort noch einmal ein.</translation>
    </message>
    <message>
        <source>The e-mail address is confirmed. Sign in.</source>
        <translation>Die E-Mail-Adresse ist bestätigt. Melde dich an.</translation>
    </message>
</context>
<context>
    <name>AskCodeDialog</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>The six digits that your authenticator shows now.</source>
        <translation>Die sechs Ziffern, die dein Authentikator jetzt zeigt.</translation>
    </message>
    <message>
        <source>This code is wrong or used already. Wait for the next one.</source>
        <translation>Dieser Code ist falsch oder schon benutzt. Warte auf den nächsten.</translation>
    </message>
</context>
<context>
    <name>AskValueDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close without filtering (Esc)</source>
        <translation>Schließen, ohne zu filtern (Esc)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Show only the rows that match</source>
        <translation>Nur passende Zeilen zeigen</translation>
    </message>
    <message>
        <source>Days are days in UTC.</source>
        <translation>Tage sind Tage in UTC.</translation>
    </message>
</context>
<context>
    <name>AuditPane</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Kind of target</source>
        <translation>Art des Ziels</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Ab Tag</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>Bis Tag</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <source>Who, what, on which row, address or request</source>
        <translation>Wer, was, an welcher Zeile, Adresse oder Anfrage</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entr(y/ies)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written down yet</source>
        <translation>Noch ist nichts festgehalten</translation>
    </message>
    <message>
        <source>Every change and every sign-in appears here, with who did it and from where.</source>
        <translation>Hier erscheint jede Änderung und jede Anmeldung, mit wem und von wo.</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: removed (was not set before)</source>
        <translation>%1 entfällt: vorher war es nicht gesetzt</translation>
    </message>
    <message>
        <source>%1 comes back as “%2”</source>
        <translation>%1 kommt als „%2“ zurück</translation>
    </message>
    <message>
        <source>%1 goes back from “%2” to “%3”</source>
        <translation>%1 geht von „%2“ auf „%3“ zurück</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>The version of the API it came through</source>
        <translation>Die Version der API, über die es kam</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>As the server calls it</source>
        <translation>Wie der Server es nennt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Its place in the chain</source>
        <translation>Sein Platz in der Kette</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Check that no entry was changed, taken out or put in (Ctrl+Shift+V)</source>
        <translation>Prüfen, dass kein Eintrag geändert, entfernt oder eingefügt wurde (Strg+Umschalt+V)</translation>
    </message>
    <message>
        <source>It is being checked.</source>
        <translation>Es wird gerade geprüft.</translation>
    </message>
    <message>
        <source>Revert…</source>
        <translation>Zurücknehmen …</translation>
    </message>
    <message>
        <source>The server cannot put this back.</source>
        <translation>Der Server kann das nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>History of this row</source>
        <translation>Verlauf dieser Zeile</translation>
    </message>
    <message>
        <source>Show only what was done to the same row (Ctrl+Shift+H)</source>
        <translation>Nur zeigen, was an derselben Zeile getan wurde (Strg+Umschalt+H)</translation>
    </message>
    <message>
        <source>This was not done to a row.</source>
        <translation>Das betraf keine Zeile.</translation>
    </message>
    <message>
        <source>Everything they did</source>
        <translation>Alles von dort</translation>
    </message>
    <message>
        <source>Show only what the same person or key did (Ctrl+Shift+A)</source>
        <translation>Nur zeigen, was dieselbe Person oder derselbe Schlüssel tat (Strg+Umschalt+A)</translation>
    </message>
    <message>
        <source>It is not known who did this.</source>
        <translation>Wer das tat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Everything of this request</source>
        <translation>Alles aus dieser Anfrage</translation>
    </message>
    <message>
        <source>Show only what the same request did</source>
        <translation>Nur zeigen, was dieselbe Anfrage tat</translation>
    </message>
    <message>
        <source>No request did this.</source>
        <translation>Das kam aus keiner Anfrage.</translation>
    </message>
    <message>
        <source>Nothing that is kept in rows.</source>
        <translation>Nichts, was in Zeilen steht.</translation>
    </message>
    <message>
        <source>Who and what</source>
        <translation>Wer und was</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>Kam von</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>In the chain</source>
        <translation>In der Kette</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Hash before</source>
        <translation>Prüfsumme davor</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Checking the whole log. The console may be used meanwhile.</source>
        <translation>Das ganze Protokoll wird geprüft. Die Konsole ist derweil benutzbar.</translation>
    </message>
    <message>
        <source>Entries checked</source>
        <translation>Geprüfte Einträge</translation>
    </message>
    <message>
        <source>Newest entry</source>
        <translation>Neuester Eintrag</translation>
    </message>
    <message>
        <source>First wrong entry</source>
        <translation>Erster falscher Eintrag</translation>
    </message>
    <message>
        <source>Its id</source>
        <translation>Seine Kennung</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>The server says</source>
        <translation>Der Server sagt</translation>
    </message>
    <message>
        <source>The audit log is intact</source>
        <translation>Das Prüfprotokoll ist unversehrt</translation>
    </message>
    <message>
        <source>The audit log was tampered with</source>
        <translation>Das Prüfprotokoll wurde verändert</translation>
    </message>
    <message>
        <source>An entry is not as the server wrote it. Stop trusting what follows it, keep a copy of the database, and find out who could write to it.</source>
        <translation>Ein Eintrag ist nicht so, wie der Server ihn schrieb. Traue nichts, was danach kommt, bewahre eine Kopie der Datenbank auf und finde heraus, wer in sie schreiben konnte.</translation>
    </message>
    <message>
        <source>%1 is as it was before.</source>
        <translation>%1 ist wieder wie vorher.</translation>
    </message>
    <message>
        <source>Show how</source>
        <translation>Zeigen, wie</translation>
    </message>
    <message>
        <source>Undo what this entry changed (Ctrl+Shift+R)</source>
        <translation>Rückgängig machen, was dieser Eintrag änderte (Strg+Umschalt+R)</translation>
    </message>
    <message>
        <source>The beginning of its hash</source>
        <translation>Anfang seines Hashes</translation>
    </message>
    <message>
        <source>No entry was changed, taken out or put in. Keep the newest number and hash somewhere else: a log that is cut off at its end later no longer has them.</source>
        <translation>Kein Eintrag wurde geändert, entfernt oder eingefügt. Bewahren Sie die neueste Nummer und ihren Hash anderswo auf: Ein Protokoll, dem später das Ende fehlt, hat sie nicht mehr.</translation>
    </message>
    <message>
        <source>Revert this change of %1?</source>
        <translation>Diese Änderung an %1 rückgängig machen?</translation>
    </message>
    <message>
        <source>This is a change like any other: it is recorded, and can be reverted in turn.</source>
        <translation>Das ist eine Änderung wie jede andere: Sie wird aufgezeichnet und lässt sich ebenfalls rückgängig machen.</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Nothing was reverted: %1 has changed since.</source>
        <translation>Nichts wurde rückgängig gemacht: %1 hat sich seitdem geändert.</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>Access key</source>
        <translation>Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Einladung</translation>
    </message>
    <message>
        <source>Legacy data</source>
        <translation>Altdaten</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Master key</source>
        <translation>Hauptschlüssel</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Provider key</source>
        <translation>Anbieterschlüssel</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Notfallcode</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Notfallcodes</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API-Version</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>activated</source>
        <translation>aktiviert</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>second factor asked for</source>
        <translation>zweiter Faktor verlangt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>created</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>turned off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>turned on</source>
        <translation>eingeschaltet</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>set up</source>
        <translation>eingerichtet</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>exportiert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>callers notified</source>
        <translation>Aufrufer benachrichtigt</translation>
    </message>
    <message>
        <source>old entries removed</source>
        <translation>alte Einträge entfernt</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>registriert</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>requested</source>
        <translation>angefordert</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>zurückgesetzt</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>widerrufen</translation>
    </message>
    <message>
        <source>rotated</source>
        <translation>erneuert</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>tested</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>used</source>
        <translation>benutzt</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>kind of row: what was done</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>group of settings: setting</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>outcome</comment>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>outcome</comment>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>The server itself</source>
        <translation>Der Server selbst</translation>
    </message>
    <message>
        <source>The server itself (%1)</source>
        <translation>Der Server selbst (%1)</translation>
    </message>
    <message>
        <source>An access key</source>
        <translation>Ein Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>Access key of %1</source>
        <translation>Zugriffsschlüssel von %1</translation>
    </message>
    <message>
        <source>Somebody unknown</source>
        <translation>Jemand Unbekanntes</translation>
    </message>
    <message>
        <source>Legacy export</source>
        <translation>Altdatenexport</translation>
    </message>
    <message>
        <source>Key vault</source>
        <translation>Schlüsseltresor</translation>
    </message>
    <message>
        <source>created anew</source>
        <translation>neu erstellt</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>gemeldet</translation>
    </message>
    <message>
        <source>reverted</source>
        <translation>rückgängig gemacht</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Agents at most</source>
        <translation>Agenten höchstens</translation>
    </message>
    <message>
        <source>Tokens a month</source>
        <translation>Token je Monat</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>Requests an hour</source>
        <translation>Anfragen je Stunde</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
</context>
<context>
    <name>AxisScale</name>
    <message>
        <source>%1bn</source>
        <comment>thousand millions</comment>
        <translation>%1 Mrd.</translation>
    </message>
    <message>
        <source>%1M</source>
        <comment>millions</comment>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1k</source>
        <comment>thousands</comment>
        <translation>%1 Tsd.</translation>
    </message>
</context>
<context>
    <name>BrownoutsEdit</name>
    <message>
        <source>Add a brown-out</source>
        <translation>Aussetzer hinzufügen</translation>
    </message>
    <message>
        <source>A quarter of an hour, a week after the last one</source>
        <translation>Eine Viertelstunde, eine Woche nach dem letzten</translation>
    </message>
    <message>
        <source>Brown-out from</source>
        <translation>Aussetzer von</translation>
    </message>
    <message>
        <source>Brown-out to</source>
        <translation>Aussetzer bis</translation>
    </message>
    <message>
        <source>Take this brown-out out</source>
        <translation>Diesen Aussetzer entfernen</translation>
    </message>
    <message>
        <source>to</source>
        <comment>between two times</comment>
        <translation>bis</translation>
    </message>
</context>
<context>
    <name>CallsPane</name>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Anrufer</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Telefonanbieter</translation>
    </message>
    <message>
        <source>Sandbox: simulated, nobody was rung</source>
        <translation>Sandbox: simuliert, niemand wurde angerufen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Mitschrift</translation>
    </message>
    <message>
        <source>Nothing was written down.</source>
        <translation>Es wurde nichts mitgeschrieben.</translation>
    </message>
    <message>
        <source>Call data</source>
        <translation>Anrufdaten</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Today (UTC)</source>
        <translation>Heute (UTC)</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Ab Tag</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>Bis Tag</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Number, outcome, notes or outside id</source>
        <translation>Nummer, Ergebnis, Notizen oder fremde Kennung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln Anruf</numerusform>
            <numerusform>%Ln Anrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Noch keine Anrufe</translation>
    </message>
    <message>
        <source>Calls appear here as soon as an agent takes or makes one, or a telephone system reports one.</source>
        <translation>Anrufe erscheinen hier, sobald ein Agent einen annimmt oder führt oder eine Telefonanlage einen meldet.</translation>
    </message>
    <message>
        <source>The number outside</source>
        <translation>Die Nummer draußen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Outside id</source>
        <translation>Fremde Kennung</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Only this agent</source>
        <translation>Nur dieser Agent</translation>
    </message>
    <message>
        <source>Show only the calls of this agent (Ctrl+Shift+A)</source>
        <translation>Nur die Anrufe dieses Agenten zeigen (Strg+Umschalt+A)</translation>
    </message>
    <message>
        <source>No agent took this call.</source>
        <translation>Kein Agent war an diesem Anruf beteiligt.</translation>
    </message>
    <message>
        <source>Only this number</source>
        <translation>Nur diese Nummer</translation>
    </message>
    <message>
        <source>Show only the calls from and to this number (Ctrl+Shift+N)</source>
        <translation>Nur die Anrufe von und zu dieser Nummer zeigen (Strg+Umschalt+N)</translation>
    </message>
    <message>
        <source>The number is not known.</source>
        <translation>Die Nummer ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Unbekannte Nummer</translation>
    </message>
    <message>
        <source>Could not be read.</source>
        <translation>Konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Fremd</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>%1 / %2</source>
        <comment>used / allowed</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>ChangeLabel</name>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>%1 added: %2</source>
        <translation>%1 hinzugefügt: %2</translation>
    </message>
    <message>
        <source>%1 removed: %2</source>
        <translation>%1 entfernt: %2</translation>
    </message>
    <message>
        <source>%1 was %2, is %3</source>
        <translation>%1 war %2, ist %3</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>ChangePasswordDialog</name>
    <message>
        <source>Change the password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>At least 8 characters.</source>
        <translation>Mindestens 8 Zeichen.</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Neues Passwort noch einmal</translation>
    </message>
    <message>
        <source>Use at least 8 characters.</source>
        <translation>Nimm mindestens 8 Zeichen.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Die beiden Passwörter unterscheiden sich.</translation>
    </message>
    <message>
        <source>This is not your password.</source>
        <translation>Das ist nicht dein Passwort.</translation>
    </message>
    <message>
        <source>All your other sessions are signed out.</source>
        <translation>Alle Ihre anderen Sitzungen werden abgemeldet.</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Bisheriges Passwort</translation>
    </message>
</context>
<context>
    <name>ChartPicture</name>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>Die Datei kann nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Second step</source>
        <translation>Zweiter Schritt</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Back to the password</source>
        <translation>Zurück zum Passwort</translation>
    </message>
    <message>
        <source>Sign in as somebody else, or type the password again</source>
        <translation>Als jemand anderes anmelden oder das Passwort noch einmal eingeben</translation>
    </message>
    <message>
        <source>One of the recovery codes that you kept. Each works once.</source>
        <translation>Einer der Notfallcodes, die du aufbewahrt hast. Jeder gilt einmal.</translation>
    </message>
    <message>
        <source>The six digits that your authenticator shows now.</source>
        <translation>Die sechs Ziffern, die dein Authentikator jetzt zeigt.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Notfallcode</translation>
    </message>
    <message>
        <source>Use the authenticator</source>
        <translation>Den Authentikator benutzen</translation>
    </message>
    <message>
        <source>Use a recovery code</source>
        <translation>Einen Notfallcode benutzen</translation>
    </message>
    <message>
        <source>Type the six digits that your authenticator shows</source>
        <translation>Die sechs Ziffern des Authentikators eingeben</translation>
    </message>
    <message>
        <source>When the authenticator is not at hand</source>
        <translation>Wenn der Authentikator nicht zur Hand ist</translation>
    </message>
    <message>
        <source>This recovery code is wrong or used up.</source>
        <translation>Dieser Notfallcode ist falsch oder verbraucht.</translation>
    </message>
    <message>
        <source>This code is wrong or used already. Wait for the next one.</source>
        <translation>Dieser Code ist falsch oder schon benutzt. Warte auf den nächsten.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message numerus="yes">
        <source>Locked for %n second(s)</source>
        <translation>
            <numerusform>Noch %n Sekunde gesperrt</numerusform>
            <numerusform>Noch %n Sekunden gesperrt</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the code first.</source>
        <translation>Gib zuerst den Code ein.</translation>
    </message>
    <message>
        <source>Sign in (Return)</source>
        <translation>Anmelden (Eingabe)</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Jump to a pane, an action or a row…</source>
        <translation>Zu Bereich, Aktion oder Zeile springen …</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Treffer</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Type “%1” to go on</source>
        <translation>„%1“ eingeben, um fortzufahren</translation>
    </message>
    <message>
        <source>This server is marked as production.</source>
        <translation>Dieser Server ist als Produktion markiert.</translation>
    </message>
</context>
<context>
    <name>ConfirmEmailDialog</name>
    <message>
        <source>Confirm the e-mail address</source>
        <translation>E-Mail-Adresse bestätigen</translation>
    </message>
    <message>
        <source>With the code of the mail that went to %1.</source>
        <translation>Mit dem Code der Mail, die an %1 ging.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>It works once and expires; the mail says when.</source>
        <translation>Er gilt einmal und läuft ab; die Mail sagt, wann.</translation>
    </message>
    <message>
        <source>This code is wrong, used or too old. Ask for another mail.</source>
        <translation>Dieser Code ist falsch, benutzt oder zu alt. Fordere eine neue Mail an.</translation>
    </message>
</context>
<context>
    <name>ConfirmEmailPage</name>
    <message>
        <source>Confirm the e-mail address</source>
        <translation>E-Mail-Adresse bestätigen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>From the mail; it works once.</source>
        <translation>Aus der Mail; es gilt einmal.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Mail another code</source>
        <translation>Einen neuen Code mailen</translation>
    </message>
    <message>
        <source>At most one mail a minute</source>
        <translation>Höchstens eine Mail pro Minute</translation>
    </message>
    <message>
        <source>Back to sign-in</source>
        <translation>Zurück zur Anmeldung</translation>
    </message>
    <message>
        <source>Sign in with the password</source>
        <translation>Mit dem Passwort anmelden</translation>
    </message>
    <message>
        <source>This server lets nobody in before the address is confirmed. A mail with a code went to %1 when the account was made.</source>
        <translation>Dieser Server lässt niemanden ein, bevor die Adresse bestätigt ist. Als das Konto erstellt wurde, ging eine Mail mit einem Code an %1.</translation>
    </message>
    <message>
        <source>If %1 has an account here that waits for it, a mail with a new code is on its way.</source>
        <translation>Wenn %1 hier ein Konto hat, das darauf wartet, ist eine Mail mit einem neuen Code unterwegs.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt …</translation>
    </message>
    <message>
        <source>Confirm the address (Return)</source>
        <translation>Die Adresse bestätigen (Eingabe)</translation>
    </message>
    <message>
        <source>Type the code of the mail first.</source>
        <translation>Gib zuerst den Code der Mail ein.</translation>
    </message>
</context>
<context>
    <name>CsvExporter</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>DayChart</name>
    <message>
        <source>%1: %2 in %3 days</source>
        <comment>title, sum, number of days</comment>
        <translation>%1: %2 in %3 Tagen</translation>
    </message>
</context>
<context>
    <name>DetailsDrawer</name>
    <message>
        <source>Details of the selected row</source>
        <translation>Einzelheiten der gewählten Zeile</translation>
    </message>
    <message>
        <source>Previous row (Alt+Up)</source>
        <translation>Vorige Zeile (Alt+Hoch)</translation>
    </message>
    <message>
        <source>Next row (Alt+Down)</source>
        <translation>Nächste Zeile (Alt+Runter)</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Als cURL kopieren</translation>
    </message>
    <message>
        <source>Close the details (Esc)</source>
        <translation>Einzelheiten schließen (Esc)</translation>
    </message>
    <message>
        <source>The id is on the clipboard.</source>
        <translation>Die ID ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The cURL line is on the clipboard; the token is the variable $VOXDESK_TOKEN.</source>
        <translation>Die cURL-Zeile ist in der Zwischenablage; das Token ist die Variable $VOXDESK_TOKEN.</translation>
    </message>
    <message>
        <source>History: what was done to this, by whom</source>
        <translation>Verlauf: was damit geschah, durch wen</translation>
    </message>
</context>
<context>
    <name>DisplayFormat</name>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2 (%3)</source>
        <comment>used of allowed, share</comment>
        <translation>%1 von %2 (%3)</translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation>hinzugefügt: %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>entfernt: %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>before, after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>&lt; %1 %</source>
        <comment>a percentage</comment>
        <translation>&lt; %1 %</translation>
    </message>
</context>
<context>
    <name>EditAccessKeyDialog</name>
    <message>
        <source>New access key</source>
        <translation>Neuer Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>A program signs in with it in your organisation&apos;s name; what it uses counts as yours.</source>
        <translation>Ein Programm meldet sich damit im Namen Ihrer Organisation an; was es verbraucht, zählt als Ihr Verbrauch.</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel erstellen</translation>
    </message>
    <message>
        <source>Edit access key</source>
        <translation>Zugriffsschlüssel bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihre</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>In %n Tag</numerusform>
            <numerusform>In %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>On a day…</source>
        <translation>An einem Tag…</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>The last day on which the key works, UTC</source>
        <translation>Der letzte Tag, an dem der Schlüssel gilt, UTC</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Which program it is for, so that it can be told apart later.</source>
        <translation>Für welches Programm er ist, damit er später zu erkennen ist.</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>As little as the program needs. “Administer” is for this organisation only, never the platform.</source>
        <translation>So wenig, wie das Programm braucht. „Verwalten“ gilt nur für diese Organisation, nie für die Plattform.</translation>
    </message>
    <message>
        <source>Requests an hour</source>
        <translation>Anfragen pro Stunde</translation>
    </message>
    <message>
        <source>0: the limit of your own account.</source>
        <translation>0: die Grenze Ihres eigenen Kontos.</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
</context>
<context>
    <name>EditAgentDialog</name>
    <message>
        <source>New agent</source>
        <translation>Neuer Agent</translation>
    </message>
    <message>
        <source>It belongs to your organisation. You have %1 of %2 agents; this one makes %3.</source>
        <translation>Er gehört Ihrer Organisation. Sie haben %1 von %2 Agenten; mit diesem sind es %3.</translation>
    </message>
    <message>
        <source>It belongs to your organisation.</source>
        <translation>Er gehört Ihrer Organisation.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Edit agent</source>
        <translation>Agent bearbeiten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>agent of organisation</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>For your colleagues; callers never hear it.</source>
        <translation>Für Ihre Kollegen; Anrufer hören es nie.</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>With country code, such as +4930123456. Empty: it takes no calls.</source>
        <translation>Mit Landesvorwahl, etwa +4930123456. Leer: Er nimmt keine Anrufe an.</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>%1: provider</source>
        <comment>group of settings</comment>
        <translation>%1: Anbieter</translation>
    </message>
</context>
<context>
    <name>EditLimitsDialog</name>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Agents at most</source>
        <translation>Agenten höchstens</translation>
    </message>
    <message>
        <source>%1 in use. The tier&apos;s default is %2.</source>
        <translation>%1 in Gebrauch. Üblich für die Stufe: %2.</translation>
    </message>
    <message>
        <source>Tokens a month</source>
        <translation>Token je Monat</translation>
    </message>
    <message>
        <source>%1 used this month. The tier&apos;s default is %2.</source>
        <translation>%1 in diesem Monat verbraucht. Üblich für die Stufe: %2.</translation>
    </message>
    <message>
        <source>Requests an hour</source>
        <translation>Anfragen je Stunde</translation>
    </message>
    <message>
        <source>The tier&apos;s default is %1.</source>
        <translation>Üblich für die Stufe: %1.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Why the limits differ from the tier&apos;s. Other administrators see this.</source>
        <translation>Warum die Grenzen von der Stufe abweichen. Andere Administratoren sehen das.</translation>
    </message>
</context>
<context>
    <name>EditPreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>They belong to your account, wherever you sign in.</source>
        <translation>Sie gehören zu deinem Konto, wo immer du dich anmeldest.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>News of the product by e-mail</source>
        <translation>Neuigkeiten zum Produkt per E-Mail</translation>
    </message>
    <message>
        <source>Notices by e-mail</source>
        <translation>Hinweise per E-Mail</translation>
    </message>
    <message>
        <source>I want a second factor</source>
        <translation>Ich will einen zweiten Faktor</translation>
    </message>
    <message>
        <source>Only notes the wish: the second factor is set up under Signing in.</source>
        <translation>Merkt nur den Wunsch: Eingerichtet wird der zweite Faktor unter „Anmeldung“.</translation>
    </message>
    <message>
        <source>Whether you may be written to about what is new.</source>
        <translation>Ob man dir über Neues schreiben darf.</translation>
    </message>
    <message>
        <source>Mails about the safety of the account are sent in any case.</source>
        <translation>Mails zur Sicherheit des Kontos kommen in jedem Fall.</translation>
    </message>
</context>
<context>
    <name>EditUserDialog</name>
    <message>
        <source>Edit user</source>
        <translation>Benutzer bearbeiten</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>You cannot change your own role.</source>
        <translation>Die eigene Rolle lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>Support looks at everything and changes nothing; an administrator may do everything.</source>
        <translation>Der Support sieht alles und ändert nichts; ein Administrator darf alles.</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Limits that were set for this user stay as they are.</source>
        <translation>Für diesen Benutzer gesetzte Grenzen bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>EditUserFormDialog</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>EditVersionsDialog</name>
    <message>
        <source>Refused: %1</source>
        <comment>HTTP status</comment>
        <translation>Abgewiesen: %1</translation>
    </message>
    <message>
        <source>Refused for a while: %1</source>
        <comment>HTTP status</comment>
        <translation>Zeitweise abgewiesen: %1</translation>
    </message>
    <message>
        <source>Answered: %1</source>
        <comment>HTTP status</comment>
        <translation>Beantwortet: %1</translation>
    </message>
    <message>
        <source>Lifecycle of the API&apos;s versions</source>
        <translation>Lebenszyklus der API-Versionen</translation>
    </message>
    <message>
        <source>All times are UTC. Before anything is saved you see what every caller would get.</source>
        <translation>Alle Zeiten in UTC. Bevor etwas gespeichert wird, siehst du, was jeder Aufrufer bekäme.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Deprecated from</source>
        <translation>Veraltet ab</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Keep serving after the end</source>
        <translation>Nach dem Ende weiter bedienen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Callers of a deprecated version are told so in every answer.</source>
        <translation>Aufrufer einer veralteten Version erfahren es mit jeder Antwort.</translation>
    </message>
    <message>
        <source>Deprecation</source>
        <translation>Veralten</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>From then on the version is refused with status 410, unless it is kept in service.</source>
        <translation>Ab dann wird die Version mit Status 410 abgewiesen, es sei denn, sie wird weiter bedient.</translation>
    </message>
    <message>
        <source>Successor</source>
        <translation>Nachfolger</translation>
    </message>
    <message>
        <source>Where its callers are sent.</source>
        <translation>Wohin ihre Aufrufer verwiesen werden.</translation>
    </message>
    <message>
        <source>Brown-outs</source>
        <translation>Aussetzer</translation>
    </message>
    <message>
        <source>Short announced times at which a deprecated version is refused, so that whoever still calls it notices while there is time.</source>
        <translation>Kurze, angekündigte Zeiten, in denen eine veraltete Version abgewiesen wird, damit es rechtzeitig bemerkt, wer sie noch aufruft.</translation>
    </message>
    <message>
        <source>What callers get</source>
        <translation>Was Aufrufer bekommen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save what the preview shows</source>
        <translation>Speichern, was die Vorschau zeigt</translation>
    </message>
    <message>
        <source>Show what every caller would get; nothing is saved yet</source>
        <translation>Zeigen, was jeder Aufrufer bekäme; noch wird nichts gespeichert</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Noch ist nichts geändert.</translation>
    </message>
    <message>
        <source>Preview: this is what callers will get. Nothing is saved yet.</source>
        <translation>Vorschau: Das bekommen Aufrufer. Noch ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>Press “Preview” to see what every caller would get. Nothing is saved by that.</source>
        <translation>„Vorschau“ zeigt, was jeder Aufrufer bekäme. Gespeichert wird dadurch nichts.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>version: field</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>header: value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>After its end</source>
        <translation>Nach dem Ende</translation>
    </message>
    <message>
        <source>In a brown-out</source>
        <translation>Im Aussetzer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln caller(s)</source>
        <translation>
            <numerusform>%Ln Aufrufer</numerusform>
            <numerusform>%Ln Aufrufer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 requests in 30 days</source>
        <translation>%1 Anfragen in 30 Tagen</translation>
    </message>
    <message>
        <source>none planned</source>
        <translation>keiner geplant</translation>
    </message>
    <message numerus="yes">
        <source>%1 is refused at once; %n caller(s) used it in the last 30 days.</source>
        <translation>
            <numerusform>%1 wird sofort abgewiesen; %n Aufrufer nutzte sie in den letzten 30 Tagen.</numerusform>
            <numerusform>%1 wird sofort abgewiesen; %n Aufrufer nutzten sie in den letzten 30 Tagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the lifecycle?</source>
        <translation>Den Lebenszyklus speichern?</translation>
    </message>
    <message>
        <source>End the service?</source>
        <translation>Den Dienst beenden?</translation>
    </message>
    <message>
        <source>Callers are told from the next answer on. It can be changed back.</source>
        <translation>Aufrufer erfahren es ab der nächsten Antwort. Es lässt sich wieder ändern.</translation>
    </message>
    <message>
        <source>It can be changed back here.</source>
        <translation>Es lässt sich hier wieder ändern.</translation>
    </message>
</context>
<context>
    <name>EnrolTwoFactorDialog</name>
    <message>
        <source>Set up the second factor</source>
        <translation>Zweiten Faktor einrichten</translation>
    </message>
    <message>
        <source>Scan the code with an authenticator app, or type the secret into it. Then type the six digits that it shows.</source>
        <translation>Scanne den Code mit einer Authentikator-App oder tippe das Geheimnis ein. Gib dann die sechs Ziffern ein, die sie zeigt.</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Copy the secret</source>
        <translation>Das Geheimnis kopieren</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>For an authenticator that cannot scan.</source>
        <translation>Für einen Authentikator, der nicht scannen kann.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>From now on signing in asks for such a code as well.</source>
        <translation>Von nun an fragt die Anmeldung auch nach so einem Code.</translation>
    </message>
</context>
<context>
    <name>ErrorBanner</name>
    <message>
        <source>Copy request id</source>
        <translation>Anfrage-ID kopieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copies the id under which the server&apos;s log knows this request</source>
        <translation>Kopiert die ID, unter der das Serverprotokoll diese Anfrage kennt</translation>
    </message>
    <message>
        <source>Sends the request again</source>
        <translation>Sendet die Anfrage noch einmal</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>%1 · request %2</source>
        <comment>error code, request id</comment>
        <translation>%1 · Anfrage %2</translation>
    </message>
</context>
<context>
    <name>ExportBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Stop the export; no file is left behind</source>
        <translation>Export abbrechen; es bleibt keine Datei zurück</translation>
    </message>
    <message>
        <source>Exporting: %1 rows</source>
        <translation>Export: %1 Zeilen</translation>
    </message>
    <message>
        <source>Exporting: %1 KiB</source>
        <translation>Export: %1 KiB</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>%1: %2</source>
        <comment>filter: value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Change this filter</source>
        <translation>Filter ändern</translation>
    </message>
    <message>
        <source>Remove the filter “%1”</source>
        <translation>Filter „%1“ entfernen</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Remove every filter</source>
        <translation>Alle Filter entfernen</translation>
    </message>
    <message>
        <source>Choose a day…</source>
        <translation>Tag wählen…</translation>
    </message>
    <message>
        <source>Enter a value…</source>
        <translation>Wert eingeben…</translation>
    </message>
    <message>
        <source>%1…</source>
        <comment>filter to enter</comment>
        <translation>%1…</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>With demo data</source>
        <translation>Mit Demodaten</translation>
    </message>
    <message>
        <source>Try it on this computer</source>
        <translation>Auf diesem Computer testen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Welcome to Voxdesk</source>
        <translation>Willkommen bei Voxdesk</translation>
    </message>
    <message>
        <source>The console for a voice platform: its users, their limits and what they use.</source>
        <translation>Die Konsole für eine Sprachplattform: Benutzer, ihre Grenzen und ihr Verbrauch.</translation>
    </message>
    <message>
        <source>Starts a private server for you alone. Nothing leaves this computer and nothing needs to be set up.</source>
        <translation>Startet einen privaten Server nur für dich. Nichts verlässt diesen Computer, nichts ist einzurichten.</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>Use a Voxdesk server that runs elsewhere, with the account you have there.</source>
        <translation>Nutze einen Voxdesk-Server, der anderswo läuft, mit deinem dortigen Konto.</translation>
    </message>
    <message>
        <source>Fills the new server with invented users, so that there is something to look at</source>
        <translation>Füllt den neuen Server mit erfundenen Benutzern, damit es etwas zu sehen gibt</translation>
    </message>
    <message>
        <source>Starting the local server</source>
        <translation>Lokaler Server startet</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Name, if you like</source>
        <translation>Name, wenn du magst</translation>
    </message>
    <message>
        <source>Name of the server in this console</source>
        <translation>Name des Servers in dieser Konsole</translation>
    </message>
    <message>
        <source>Connect and sign in</source>
        <translation>Verbinden und anmelden</translation>
    </message>
    <message>
        <source>This is not the address of a server, such as https://voice.example.com.</source>
        <translation>Das ist keine Serveradresse wie https://voice.example.com.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Type the address of the server first.</source>
        <translation>Gib zuerst die Adresse des Servers ein.</translation>
    </message>
</context>
<context>
    <name>ForgotPasswordPage</name>
    <message>
        <source>Forgotten password</source>
        <translation>Vergessenes Passwort</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Send the mail</source>
        <translation>Mail schicken</translation>
    </message>
    <message>
        <source>Back to sign-in</source>
        <translation>Zurück zur Anmeldung</translation>
    </message>
    <message>
        <source>Sign in with the password</source>
        <translation>Mit dem Passwort anmelden</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird geschickt …</translation>
    </message>
    <message>
        <source>Ask the server for the mail (Return)</source>
        <translation>Die Mail vom Server anfordern (Eingabe)</translation>
    </message>
    <message>
        <source>Type the e-mail address first.</source>
        <translation>Gib zuerst die E-Mail-Adresse ein.</translation>
    </message>
    <message>
        <source>The server sends a mail to the address of your account, with a code that sets a new password.</source>
        <translation>Der Server schickt eine Mail an die Adresse deines Kontos, mit einem Code für ein neues Passwort.</translation>
    </message>
    <message>
        <source>I have a code already</source>
        <translation>Ich habe schon einen Code</translation>
    </message>
    <message>
        <source>Set the new password with the code of a mail</source>
        <translation>Das neue Passwort mit dem Code einer Mail setzen</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close without saving (Esc)</source>
        <translation>Schließen ohne zu speichern (Esc)</translation>
    </message>
    <message>
        <source>The server is at work on this. Wait for its answer.</source>
        <translation>Der Server arbeitet noch daran. Warte auf seine Antwort.</translation>
    </message>
    <message>
        <source>Somebody else changed this while you were editing. Which version stays?</source>
        <translation>Jemand anderes hat das inzwischen geändert. Welche Fassung bleibt?</translation>
    </message>
    <message>
        <source>On the server now</source>
        <translation>Jetzt auf dem Server</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Deine</translation>
    </message>
    <message>
        <source>Take the server&apos;s</source>
        <translation>Die des Servers</translation>
    </message>
    <message>
        <source>Fills the form with what is on the server now</source>
        <translation>Füllt das Formular mit dem, was jetzt auf dem Server steht</translation>
    </message>
    <message>
        <source>Save mine</source>
        <translation>Meine speichern</translation>
    </message>
    <message>
        <source>Saves your values over the others</source>
        <translation>Überschreibt die anderen Werte mit deinen</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Noch ist nichts geändert.</translation>
    </message>
</context>
<context>
    <name>GatePage</name>
    <message>
        <source>Show the password</source>
        <translation>Passwort zeigen</translation>
    </message>
    <message>
        <source>Fill in every field first.</source>
        <translation>Fülle zuerst jedes Feld aus.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Das wird gebraucht.</translation>
    </message>
</context>
<context>
    <name>Gauge</name>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a figure: figure</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>HealthPane</name>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Health score</source>
        <translation>Zustandswert</translation>
    </message>
    <message>
        <source>Page cache hits</source>
        <translation>Seiten-Cache-Treffer</translation>
    </message>
    <message>
        <source>Index hits</source>
        <translation>Index-Treffer</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>What the score is made of</source>
        <translation>Woraus der Wert besteht</translation>
    </message>
    <message>
        <source>Not known: the server does not tell.</source>
        <translation>Unbekannt: Der Server sagt es nicht.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Database connections</source>
        <translation>Datenbankverbindungen</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Untätig</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>Cache-Treffer</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Indexe</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>95 of 100</source>
        <translation>95 von 100</translation>
    </message>
    <message>
        <source>99 of 100</source>
        <translation>99 von 100</translation>
    </message>
    <message>
        <source>Error rate, memory and processor</source>
        <translation>Fehlerquote, Speicher und Prozessor</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Tables of the database</source>
        <translation>Tabellen der Datenbank</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Dead rows</source>
        <translation>Tote Zeilen</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Ausgezeichnet</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Sollte angesehen werden</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Schlecht</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>out of 100</source>
        <translation>von 100</translation>
    </message>
    <message>
        <source>Nothing takes points off.</source>
        <translation>Nichts zieht Punkte ab.</translation>
    </message>
    <message>
        <source>The server gives no score.</source>
        <translation>Der Server gibt keinen Wert an.</translation>
    </message>
    <message>
        <source>−%1: %2</source>
        <comment>points taken off, why</comment>
        <translation>−%1: %2</translation>
    </message>
    <message>
        <source>read without the disk</source>
        <translation>ohne Platte gelesen</translation>
    </message>
    <message>
        <source>of the machine</source>
        <translation>der Maschine</translation>
    </message>
    <message>
        <source>used by the server</source>
        <translation>vom Server belegt</translation>
    </message>
    <message>
        <source>Connections at work</source>
        <translation>Arbeitende Verbindungen</translation>
    </message>
    <message>
        <source>Idle connections</source>
        <translation>Untätige Verbindungen</translation>
    </message>
    <message>
        <source>Waiting for locks</source>
        <translation>Warten auf Sperren</translation>
    </message>
    <message>
        <source>Longest query</source>
        <translation>Längste Abfrage</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>Answers that failed</source>
        <translation>Fehlgeschlagene Antworten</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>Läuft seit</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeychainSecretStore</name>
    <message>
        <source>the keychain is locked or refuses access.</source>
        <translation>der Schlüsselbund ist gesperrt oder verweigert den Zugriff.</translation>
    </message>
    <message>
        <source>no keychain can be used (%1)</source>
        <translation>kein Schlüsselbund ist nutzbar (%1)</translation>
    </message>
    <message>
        <source>The keychain cannot be used: %1</source>
        <translation>Der Schlüsselbund ist nicht nutzbar: %1</translation>
    </message>
</context>
<context>
    <name>LatencyBars</name>
    <message>
        <source>Time to answer</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>version: figures</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>median %1, 95 of 100 within %2, 99 of 100 within %3</source>
        <translation>Median %1, 95 von 100 in %2, 99 von 100 in %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>version: figures</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>LegacyFile</name>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The file has %1; at most %2 are taken. Split the export, or use voxdeskd migrate-legacy on the server.</source>
        <translation>Die Datei hat %1; höchstens %2 werden angenommen. Teilen Sie den Export, oder nutzen Sie voxdeskd migrate-legacy auf dem Server.</translation>
    </message>
    <message>
        <source>This is not JSON: line %1, column %2: %3</source>
        <translation>Das ist kein JSON: Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>The file holds no object; an export is {&quot;users&quot;: […], &quot;agents&quot;: […], …}.</source>
        <translation>Die Datei enthält kein Objekt; ein Export ist {&quot;users&quot;: […], &quot;agents&quot;: […], …}.</translation>
    </message>
</context>
<context>
    <name>LegacyPane</name>
    <message>
        <source>Legacy migration</source>
        <translation>Altdaten-Übernahme</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose the legacy system&apos;s export (Ctrl+O)</source>
        <translation>Den Export des Altsystems wählen (Strg+O)</translation>
    </message>
    <message>
        <source>Import what the check has read (Ctrl+Return)</source>
        <translation>Importieren, was die Prüfung gelesen hat (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What the server says about the rows</source>
        <translation>Was der Server zu den Zeilen sagt</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Forget the file; nothing has been imported from it yet</source>
        <translation>Die Datei vergessen; noch wurde nichts daraus importiert</translation>
    </message>
    <message>
        <source>Legacy export</source>
        <translation>Export des Altsystems</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import %1?</source>
        <translation>%1 importieren?</translation>
    </message>
    <message>
        <source>%1. It is imported as a whole or not at all; what was imported before is left alone. Once it runs it cannot be stopped, and it cannot be undone.</source>
        <translation>%1. Es wird ganz oder gar nicht importiert; was schon importiert ist, bleibt unberührt. Einmal begonnen, lässt es sich nicht anhalten, und es kann nicht rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>An error stands in the way; see the rows.</source>
        <translation>Ein Fehler steht im Weg; siehe die Zeilen.</translation>
    </message>
    <message>
        <source>Importing… The console may be used meanwhile.</source>
        <translation>Import läuft… Die Konsole kann weiter benutzt werden.</translation>
    </message>
    <message>
        <source>The server checks the file; nothing is changed yet.</source>
        <translation>Der Server prüft die Datei; noch wird nichts geändert.</translation>
    </message>
    <message>
        <source>Take over what a legacy system exported</source>
        <translation>Übernehmen, was ein Altsystem exportiert hat</translation>
    </message>
    <message>
        <source>Choose its JSON file with users, agents, campaigns and calls. The server checks it first and says what it finds, row by row; nothing is changed before you say so.</source>
        <translation>Wählen Sie dessen JSON-Datei mit Benutzern, Agenten, Kampagnen und Anrufen. Der Server prüft sie zuerst und sagt Zeile für Zeile, was er findet; nichts wird geändert, bevor Sie es sagen.</translation>
    </message>
    <message>
        <source>Under way…</source>
        <translation>Läuft…</translation>
    </message>
    <message>
        <source>The file could not be checked</source>
        <translation>Die Datei konnte nicht geprüft werden</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No row needs attention</source>
        <translation>Keine Zeile braucht Aufmerksamkeit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln Benutzer</numerusform>
            <numerusform>%Ln Benutzer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln Agent</numerusform>
            <numerusform>%Ln Agenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln campaign(s)</source>
        <translation>
            <numerusform>%Ln Kampagne</numerusform>
            <numerusform>%Ln Kampagnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln Anruf</numerusform>
            <numerusform>%Ln Anrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a kind of row: how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>The file has %1. %2</source>
        <translation>Die Datei enthält %1. %2</translation>
    </message>
    <message>
        <source>Nothing stands in the way.</source>
        <translation>Nichts steht im Weg.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln remark(s) about its rows:</source>
        <translation>
            <numerusform>%Ln Bemerkung zu ihren Zeilen:</numerusform>
            <numerusform>%Ln Bemerkungen zu ihren Zeilen:</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported: %1.</source>
        <translation>Importiert: %1.</translation>
    </message>
    <message>
        <source>Was there already: %1.</source>
        <translation>War schon da: %1.</translation>
    </message>
    <message>
        <source>The import is done</source>
        <translation>Der Import ist fertig</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>Benutzer %1</translation>
    </message>
    <message>
        <source>Agent %1</source>
        <translation>Agent %1</translation>
    </message>
    <message>
        <source>Campaign %1</source>
        <translation>Kampagne %1</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Anruf %1</translation>
    </message>
</context>
<context>
    <name>LocalServer</name>
    <message>
        <source>The server voxdeskd is not installed beside this program.</source>
        <translation>Der Server voxdeskd ist nicht neben diesem Programm installiert.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Starting the local server…</source>
        <translation>Lokaler Server startet …</translation>
    </message>
    <message>
        <source>Another Voxdesk window already runs the local server.</source>
        <translation>Ein anderes Voxdesk-Fenster betreibt den lokalen Server schon.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written.</source>
        <translation>In den Ordner %1 lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>%1 cannot be started: %2</source>
        <translation>%1 lässt sich nicht starten: %2</translation>
    </message>
    <message>
        <source>The local server has ended.</source>
        <translation>Der lokale Server hat sich beendet.</translation>
    </message>
    <message numerus="yes">
        <source>Preparing demo data for %n user(s)…</source>
        <translation>
            <numerusform>Demodaten für %n Benutzer werden erzeugt …</numerusform>
            <numerusform>Demodaten für %n Benutzer werden erzeugt …</numerusform>
        </translation>
    </message>
    <message>
        <source>The demo data could not be made: %1</source>
        <translation>Die Demodaten ließen sich nicht erzeugen: %1</translation>
    </message>
    <message>
        <source>The local server did not start in time.</source>
        <translation>Der lokale Server ist nicht rechtzeitig gestartet.</translation>
    </message>
    <message>
        <source>The local server runs.</source>
        <translation>Der lokale Server läuft.</translation>
    </message>
    <message>
        <source>it ended without a word.</source>
        <translation>er endete ohne Meldung.</translation>
    </message>
    <message>
        <source>The local server could not start: %1</source>
        <translation>Der lokale Server konnte nicht starten: %1</translation>
    </message>
    <message>
        <source>The local server keeps crashing: %1</source>
        <translation>Der lokale Server stürzt immer wieder ab: %1</translation>
    </message>
    <message>
        <source>Starting the local server again…</source>
        <translation>Lokaler Server startet neu …</translation>
    </message>
    <message>
        <source>The local server has crashed and will start again.</source>
        <translation>Der lokale Server ist abgestürzt und startet neu.</translation>
    </message>
    <message>
        <source>Ending the local server…</source>
        <translation>Lokaler Server wird beendet …</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Voxdesk</source>
        <translation>Voxdesk</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Zu %1 wechseln</translation>
    </message>
    <message>
        <source>Servers…</source>
        <translation>Server …</translation>
    </message>
    <message>
        <source>%1 – Voxdesk</source>
        <comment>server – program</comment>
        <translation>%1 – Voxdesk</translation>
    </message>
    <message>
        <source>No connection. What you see is what was read last; it reconnects by itself. %1</source>
        <translation>Keine Verbindung. Zu sehen ist der letzte Stand; sie wird von selbst wiederhergestellt. %1</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Switch server</source>
        <translation>Server wechseln</translation>
    </message>
    <message>
        <source>Add, change and order servers</source>
        <translation>Server hinzufügen, ändern und ordnen</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>End this session</source>
        <translation>Diese Sitzung beenden</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close Voxdesk</source>
        <translation>Voxdesk schließen</translation>
    </message>
    <message>
        <source>&amp;Actions</source>
        <translation>A&amp;ktionen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Every action with its shortcut</source>
        <translation>Jede Aktion mit ihrem Kürzel</translation>
    </message>
    <message>
        <source>About Voxdesk</source>
        <translation>Über Voxdesk</translation>
    </message>
    <message>
        <source>Version and licences</source>
        <translation>Version und Lizenzen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Read what is shown again</source>
        <translation>Das Gezeigte neu lesen</translation>
    </message>
    <message>
        <source>Times in UTC</source>
        <translation>Zeiten in UTC</translation>
    </message>
    <message>
        <source>Show times in UTC instead of local time</source>
        <translation>Zeiten in UTC statt in Ortszeit zeigen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>System</source>
        <comment>theme</comment>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>theme</comment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>theme</comment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Switch light and dark</source>
        <translation>Hell und dunkel wechseln</translation>
    </message>
    <message>
        <source>Change between the light and the dark theme</source>
        <translation>Zwischen hellem und dunklem Design wechseln</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>Befehlspalette …</translation>
    </message>
    <message>
        <source>Panes, actions and rows by a few letters</source>
        <translation>Bereiche, Aktionen und Zeilen mit wenigen Buchstaben</translation>
    </message>
    <message>
        <source>Search this pane</source>
        <translation>In diesem Bereich suchen</translation>
    </message>
    <message>
        <source>Puts the cursor into the search</source>
        <translation>Setzt den Cursor in die Suche</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Vorige Zeile</translation>
    </message>
    <message>
        <source>Select the row above</source>
        <translation>Die Zeile darüber wählen</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Select the row below</source>
        <translation>Die Zeile darunter wählen</translation>
    </message>
    <message>
        <source>Close details, deselect</source>
        <translation>Einzelheiten schließen, Auswahl aufheben</translation>
    </message>
    <message>
        <source>Closes the palette, the message or the details</source>
        <translation>Schließt die Palette, die Meldung oder die Einzelheiten</translation>
    </message>
    <message>
        <source>This pane has no actions</source>
        <translation>Dieser Bereich hat keine Aktionen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Pane</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Search %1 for “%2”</source>
        <translation>%1 nach „%2“ durchsuchen</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>auf dem Server</translation>
    </message>
    <message>
        <source>Voxdesk %1</source>
        <translation>Voxdesk %1</translation>
    </message>
    <message>
        <source>The console of a voice platform. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Die Konsole einer Sprachplattform. Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>Lucide, ISC licence</source>
        <translation>Lucide, ISC-Lizenz</translation>
    </message>
    <message>
        <source>Built with</source>
        <translation>Gebaut mit</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Verbunden mit %1</translation>
    </message>
    <message>
        <source>Not connected to %1</source>
        <translation>Nicht verbunden mit %1</translation>
    </message>
</context>
<context>
    <name>ManageProfilesDialog</name>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Sign-ins are kept in the keychain, never here.</source>
        <translation>Anmeldungen liegen im Schlüsselbund, nie hier.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Production: red frame, typed confirmation</source>
        <translation>Produktion: roter Rahmen, Bestätigung durch Eintippen</translation>
    </message>
    <message>
        <source>Read-only: this console changes nothing there</source>
        <translation>Schreibgeschützt: Diese Konsole ändert dort nichts</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>Indigo</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove this server from the list</source>
        <translation>Diesen Server aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Groups servers in the menu.</source>
        <translation>Gruppiert Server im Menü.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>started by this console</source>
        <translation>von dieser Konsole gestartet</translation>
    </message>
    <message>
        <source>New server</source>
        <translation>Neuer Server</translation>
    </message>
    <message>
        <source>Remove “%1” from the list?</source>
        <translation>„%1“ aus der Liste entfernen?</translation>
    </message>
    <message>
        <source>The server itself is not touched. Its saved sign-in is forgotten.</source>
        <translation>Der Server selbst bleibt unberührt. Seine gespeicherte Anmeldung wird vergessen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>A production server is always red.</source>
        <translation>Ein Produktionsserver ist immer rot.</translation>
    </message>
</context>
<context>
    <name>ManageProviderKeysDialog</name>
    <message>
        <source>Provider keys</source>
        <translation>Anbieterschlüssel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>Dieses Fenster schließen (Esc)</translation>
    </message>
    <message>
        <source>Only members of that organisation can set, test or remove its keys.</source>
        <translation>Nur Mitglieder dieser Organisation können ihre Schlüssel setzen, prüfen oder entfernen.</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <translation>endet auf %1</translation>
    </message>
    <message>
        <source>last used %1</source>
        <translation>zuletzt benutzt %1</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>nie benutzt</translation>
    </message>
    <message>
        <source>tested %1</source>
        <translation>geprüft %1</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>There is no key for %1 yet.</source>
        <translation>Für %1 gibt es noch keinen Schlüssel.</translation>
    </message>
    <message>
        <source>A test is under way.</source>
        <translation>Eine Prüfung läuft.</translation>
    </message>
    <message>
        <source>Type a new key for %1; it is never shown again</source>
        <translation>Einen neuen Schlüssel für %1 eingeben; er wird nie wieder gezeigt</translation>
    </message>
    <message>
        <source>Ask %1 now whether it takes the key</source>
        <translation>%1 jetzt fragen, ob der Schlüssel gilt</translation>
    </message>
    <message>
        <source>Remove the key for %1</source>
        <translation>Den Schlüssel für %1 entfernen</translation>
    </message>
    <message>
        <source>Remove the %1 key?</source>
        <translation>Den Schlüssel für %1 entfernen?</translation>
    </message>
    <message>
        <source>Agents of %1 that use %2 stop working until a new key is set.</source>
        <translation>Agenten von %1, die %2 nutzen, arbeiten nicht mehr, bis ein neuer Schlüssel gesetzt ist.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>MemorySecretStore</name>
    <message>
        <source>this run keeps it in memory only.</source>
        <translation>sie bleibt nur während dieses Laufs im Speicher.</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Panes</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>pane (shortcut)</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>NotifyCallersDialog</name>
    <message>
        <source>Notify the callers of a version</source>
        <translation>Aufrufer einer Version benachrichtigen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>You use version %1 of our API.</source>
        <translation>Sie nutzen Version %1 unserer API.</translation>
    </message>
    <message>
        <source>It ends on %1 (UTC); from then on requests are refused.</source>
        <translation>Sie endet am %1 (UTC); ab dann werden Anfragen abgewiesen.</translation>
    </message>
    <message>
        <source>Please move to version %1. The API page of the server describes what differs.</source>
        <translation>Bitte wechseln Sie zu Version %1. Die API-Seite des Servers beschreibt die Unterschiede.</translation>
    </message>
    <message>
        <source>The owners of all organisations that called it in the last 30 days get a mail, unless they turned notices off.</source>
        <translation>Die Inhaber aller Organisationen, die sie in den letzten 30 Tagen aufriefen, bekommen eine Mail, außer wenn sie Hinweise abgestellt haben.</translation>
    </message>
    <message>
        <source>It is supported until %1 (UTC); after that it is answered without any promise.</source>
        <translation>Sie wird bis zum %1 (UTC) unterstützt; danach wird sie ohne Zusage beantwortet.</translation>
    </message>
</context>
<context>
    <name>OptionalTimeEdit</name>
    <message>
        <source>Day and time, UTC</source>
        <translation>Tag und Uhrzeit, UTC</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>The desktop console of Voxdesk.</source>
        <translation>Die Desktop-Konsole von Voxdesk.</translation>
    </message>
    <message>
        <source>Connect to the server at &lt;url&gt; for this run.</source>
        <translation>Für diesen Lauf mit dem Server unter &lt;url&gt; verbinden.</translation>
    </message>
    <message>
        <source>Open the saved server called &lt;name&gt;.</source>
        <translation>Den gespeicherten Server namens &lt;name&gt; öffnen.</translation>
    </message>
    <message>
        <source>Draw every pane in both themes with demo data into &lt;folder&gt; and end.</source>
        <translation>Jeden Bereich in beiden Designs mit Demodaten in &lt;folder&gt; zeichnen und enden.</translation>
    </message>
    <message>
        <source>Check that everything the console needs is there, say so and end.</source>
        <translation>Prüfen, ob alles Nötige da ist, es sagen und enden.</translation>
    </message>
    <message>
        <source>Start beside a console that runs already.</source>
        <translation>Neben einer schon laufenden Konsole starten.</translation>
    </message>
    <message>
        <source>--screenshots needs a folder.</source>
        <translation>--screenshots braucht einen Ordner.</translation>
    </message>
    <message>
        <source>“%1” is not the address of a server.</source>
        <translation>„%1“ ist keine Serveradresse.</translation>
    </message>
    <message>
        <source>Unknown argument: %1</source>
        <translation>Unbekanntes Argument: %1</translation>
    </message>
    <message>
        <source>Open on a private server on this computer, with demo data.</source>
        <translation>Mit einem privaten Server auf diesem Rechner und Demodaten öffnen.</translation>
    </message>
    <message>
        <source>With --try: start with an empty database.</source>
        <translation>Mit --try: mit leerer Datenbank beginnen.</translation>
    </message>
    <message>
        <source>With --try: the server&apos;s port is &lt;n&gt; (default: any free one).</source>
        <translation>Mit --try: Der Port des Servers ist &lt;n&gt; (sonst ein freier).</translation>
    </message>
    <message>
        <source>With --try: the server&apos;s data is in &lt;folder&gt;.</source>
        <translation>Mit --try: Die Daten des Servers liegen in &lt;folder&gt;.</translation>
    </message>
    <message>
        <source>“%1” is not a port from 0 to 65535.</source>
        <translation>„%1“ ist kein Port von 0 bis 65535.</translation>
    </message>
    <message>
        <source>%1 and %2 name two servers; one of them is enough.</source>
        <translation>%1 und %2 nennen zwei Server; einer davon genügt.</translation>
    </message>
    <message>
        <source>%1 goes with --try only.</source>
        <translation>%1 gehört nur zu --try.</translation>
    </message>
</context>
<context>
    <name>OrganizationsPane</name>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Name or owner</source>
        <translation>Name oder Inhaber</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message numerus="yes">
        <source>%Ln organisation(s)</source>
        <translation>
            <numerusform>%Ln Organisation</numerusform>
            <numerusform>%Ln Organisationen</numerusform>
        </translation>
    </message>
    <message>
        <source>No organisations yet</source>
        <translation>Noch keine Organisationen</translation>
    </message>
    <message>
        <source>Registering makes one: every user belongs to an organisation.</source>
        <translation>Bei der Registrierung entsteht eine: Jeder Benutzer gehört zu einer Organisation.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Show its users</source>
        <translation>Ihre Benutzer zeigen</translation>
    </message>
    <message>
        <source>Opens the users of this organisation (Return)</source>
        <translation>Öffnet die Benutzer dieser Organisation (Eingabe)</translation>
    </message>
    <message>
        <source>Show its agents</source>
        <translation>Ihre Agenten zeigen</translation>
    </message>
    <message>
        <source>Opens the agents of this organisation</source>
        <translation>Öffnet die Agenten dieser Organisation</translation>
    </message>
    <message>
        <source>Show its access keys</source>
        <translation>Ihre Zugriffsschlüssel zeigen</translation>
    </message>
    <message>
        <source>Opens the access keys of this organisation</source>
        <translation>Öffnet die Zugriffsschlüssel dieser Organisation</translation>
    </message>
    <message>
        <source>Show its calls</source>
        <translation>Seine Anrufe zeigen</translation>
    </message>
    <message>
        <source>Opens the calls of this organisation</source>
        <translation>Öffnet die Anrufe dieser Organisation</translation>
    </message>
    <message>
        <source>Show its audit log</source>
        <translation>Ihr Prüfprotokoll zeigen</translation>
    </message>
    <message>
        <source>Opens what was done in this organisation (Ctrl+Shift+H)</source>
        <translation>Öffnet, was in dieser Organisation getan wurde (Strg+Umschalt+H)</translation>
    </message>
</context>
<context>
    <name>OverviewPane</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Sign-ups per day</source>
        <translation>Registrierungen je Tag</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Open all users</source>
        <translation>Alle Benutzer öffnen</translation>
    </message>
    <message>
        <source>Active users</source>
        <translation>Aktive Benutzer</translation>
    </message>
    <message>
        <source>Open the active users</source>
        <translation>Die aktiven Benutzer öffnen</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Open all organisations</source>
        <translation>Alle Organisationen öffnen</translation>
    </message>
    <message>
        <source>Open sessions</source>
        <translation>Offene Sitzungen</translation>
    </message>
    <message>
        <source>Calls today</source>
        <translation>Anrufe heute</translation>
    </message>
    <message>
        <source>Tokens today</source>
        <translation>Token heute</translation>
    </message>
    <message>
        <source>Cost today</source>
        <translation>Kosten heute</translation>
    </message>
    <message>
        <source>Errors today</source>
        <translation>Fehler heute</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Quota at risk</source>
        <translation>Kontingent knapp</translation>
    </message>
    <message>
        <source>Firing alerts</source>
        <translation>Aktive Alarme</translation>
    </message>
    <message>
        <source>Health score</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>No figures yet</source>
        <translation>Noch keine Zahlen</translation>
    </message>
    <message>
        <source>The server does not tell sign-ups per day.</source>
        <translation>Der Server nennt keine Registrierungen je Tag.</translation>
    </message>
    <message>
        <source>Users per tier</source>
        <translation>Benutzer je Stufe</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>%1 of all</source>
        <translation>%1 von allen</translation>
    </message>
    <message>
        <source>since 00:00 UTC</source>
        <translation>seit 00:00 UTC</translation>
    </message>
    <message>
        <source>at 80 % or more</source>
        <translation>bei 80 % oder mehr</translation>
    </message>
    <message>
        <source>needs a look</source>
        <translation>bitte ansehen</translation>
    </message>
    <message>
        <source>all quiet</source>
        <translation>alles ruhig</translation>
    </message>
    <message>
        <source>out of 100</source>
        <translation>von 100</translation>
    </message>
    <message>
        <source>Open the users of this tier</source>
        <translation>Die Benutzer dieser Stufe öffnen</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <source>Unhealthy</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Not configured</source>
        <translation>Nicht eingerichtet</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>Läuft seit</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Open the calls</source>
        <translation>Die Anrufe öffnen</translation>
    </message>
    <message>
        <source>Open the usage</source>
        <translation>Den Verbrauch öffnen</translation>
    </message>
    <message>
        <source>Open all agents</source>
        <translation>Alle Agenten öffnen</translation>
    </message>
    <message>
        <source>Open what the score is made of</source>
        <translation>Öffnen, woraus der Wert besteht</translation>
    </message>
    <message>
        <source>Open today&apos;s answers, by version and route</source>
        <translation>Die Antworten von heute öffnen, nach Version und Route</translation>
    </message>
    <message>
        <source>of %1 answers</source>
        <translation>von %1 Antworten</translation>
    </message>
    <message>
        <source>Open the users who are signed in</source>
        <translation>Die angemeldeten Benutzer öffnen</translation>
    </message>
    <message>
        <source>Open the users at 80 % of their quota or more</source>
        <translation>Die Benutzer ab 80 % ihres Kontingents öffnen</translation>
    </message>
</context>
<context>
    <name>PagedTableModelBase</name>
    <message>
        <source>%1: %2</source>
        <comment>column: value, for screen readers</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>PaneSet</name>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
</context>
<context>
    <name>ProviderKeysPane</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation>Endet auf</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Gesetzt</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) set</source>
        <translation>
            <numerusform>%n Schlüssel gesetzt</numerusform>
            <numerusform>%n Schlüssel gesetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Provider keys</source>
        <translation>Anbieterschlüssel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln organisation(s)</source>
        <translation>
            <numerusform>%Ln Organisation</numerusform>
            <numerusform>%Ln Organisationen</numerusform>
        </translation>
    </message>
    <message>
        <source>No organisations yet</source>
        <translation>Noch keine Organisationen</translation>
    </message>
    <message>
        <source>Every organisation keeps its own keys for the services its agents use.</source>
        <translation>Jede Organisation hat eigene Schlüssel für die Dienste, die ihre Agenten nutzen.</translation>
    </message>
    <message>
        <source>Works: the last test went well. Set: not tested yet. Test failed: the provider refused the key or did not answer.</source>
        <translation>Gilt: Die letzte Prüfung war gut. Gesetzt: noch nicht geprüft. Prüfung gescheitert: Der Anbieter hat den Schlüssel abgewiesen oder nicht geantwortet.</translation>
    </message>
    <message>
        <source>Your organisation&apos;s keys…</source>
        <translation>Schlüssel Ihrer Organisation…</translation>
    </message>
    <message>
        <source>Add, replace, test and remove the keys of your organisation (Ctrl+N)</source>
        <translation>Die Schlüssel Ihrer Organisation hinzufügen, ersetzen, prüfen und entfernen (Strg+N)</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Schlüssel…</translation>
    </message>
    <message>
        <source>Each key of this organisation, and what can be done with it (Return)</source>
        <translation>Jeder Schlüssel dieser Organisation und was mit ihm möglich ist (Eingabe)</translation>
    </message>
    <message>
        <source>Show its agents</source>
        <translation>Ihre Agenten zeigen</translation>
    </message>
    <message>
        <source>Opens the agents of this organisation</source>
        <translation>Öffnet die Agenten dieser Organisation</translation>
    </message>
</context>
<context>
    <name>ProviderRegistry</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Which of the provider&apos;s models answers</source>
        <translation>Welches Modell des Anbieters antwortet</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Higher varies the wording more</source>
        <translation>Höher: abwechslungsreichere Worte</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>Tokens of one answer at most</source>
        <translation>Höchstens so viele Tokens je Antwort</translation>
    </message>
    <message>
        <source>Top P</source>
        <translation>Top P</translation>
    </message>
    <message>
        <source>Share of the likeliest words that are considered</source>
        <translation>Anteil der wahrscheinlichsten Wörter, die in Frage kommen</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>Wiederholungsdämpfung</translation>
    </message>
    <message>
        <source>Higher repeats itself less</source>
        <translation>Höher: weniger Wiederholungen</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>Themendämpfung</translation>
    </message>
    <message>
        <source>Higher turns to new subjects sooner</source>
        <translation>Höher: wendet sich früher Neuem zu</translation>
    </message>
    <message>
        <source>Top K</source>
        <translation>Top K</translation>
    </message>
    <message>
        <source>How many of the likeliest words are considered</source>
        <translation>Wie viele der wahrscheinlichsten Wörter in Frage kommen</translation>
    </message>
    <message>
        <source>Own key</source>
        <translation>Eigener Schlüssel</translation>
    </message>
    <message>
        <source>Used for this agent instead of the organisation&apos;s key; shown masked</source>
        <translation>Für diesen Agenten statt des Schlüssels der Organisation; wird verdeckt gezeigt</translation>
    </message>
    <message>
        <source>Which of the provider&apos;s models listens</source>
        <translation>Welches Modell des Anbieters zuhört</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>BCP 47, such as en or pt-BR; multi where the model tells languages apart</source>
        <translation>BCP 47, etwa en oder pt-BR; multi, wo das Modell Sprachen unterscheidet</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>Zeichensetzung</translation>
    </message>
    <message>
        <source>Adds full stops and commas</source>
        <translation>Setzt Punkte und Kommas</translation>
    </message>
    <message>
        <source>Smart formatting</source>
        <translation>Kluge Schreibweise</translation>
    </message>
    <message>
        <source>Writes numbers, dates and amounts as figures</source>
        <translation>Schreibt Zahlen, Daten und Beträge als Ziffern</translation>
    </message>
    <message>
        <source>End of speech</source>
        <translation>Ende der Rede</translation>
    </message>
    <message>
        <source>Milliseconds of silence that end a sentence</source>
        <translation>Millisekunden Stille, die einen Satz beenden</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Wortschatz</translation>
    </message>
    <message>
        <source>Names and words the model should expect</source>
        <translation>Namen und Wörter, mit denen das Modell rechnen soll</translation>
    </message>
    <message>
        <source>Which of the provider&apos;s models speaks</source>
        <translation>Welches Modell des Anbieters spricht</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Wer spricht</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>1 is the voice&apos;s own pace</source>
        <translation>1 ist das eigene Tempo der Stimme</translation>
    </message>
    <message>
        <source>Manner</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>How it should sound, in words</source>
        <translation>Wie es klingen soll, in Worten</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Hertz; telephone lines carry 8000</source>
        <translation>Hertz; Telefonleitungen übertragen 8000</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>Speech-to-text</source>
        <translation>Spracherkennung</translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation>Unterbrechungen</translation>
    </message>
    <message>
        <source>May be interrupted</source>
        <translation>Darf unterbrochen werden</translation>
    </message>
    <message>
        <source>The agent stops speaking when the caller does</source>
        <translation>Der Agent verstummt, wenn der Anrufer spricht</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>So many words count as an interruption</source>
        <translation>So viele Wörter gelten als Unterbrechung</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Seconds of speech that count as an interruption</source>
        <translation>Sekunden Rede, die als Unterbrechung gelten</translation>
    </message>
    <message>
        <source>Pause afterwards</source>
        <translation>Pause danach</translation>
    </message>
    <message>
        <source>Seconds of silence before the agent speaks again</source>
        <translation>Sekunden Stille, bevor der Agent weiterspricht</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>How easily background noise counts as speech</source>
        <translation>Wie leicht Hintergrundgeräusche als Rede gelten</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Who the agent is and what it is to do</source>
        <translation>Wer der Agent ist und was er tun soll</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Erste Nachricht</translation>
    </message>
    <message>
        <source>Said when the call begins; empty waits for the caller</source>
        <translation>Wird zu Beginn gesagt; leer: wartet auf den Anrufer</translation>
    </message>
    <message>
        <source>Idle message</source>
        <translation>Nachricht bei Stille</translation>
    </message>
    <message>
        <source>Said when the caller is silent for long</source>
        <translation>Wird gesagt, wenn der Anrufer lange schweigt</translation>
    </message>
    <message>
        <source>Idle after</source>
        <translation>Stille nach</translation>
    </message>
    <message>
        <source>Seconds of silence before the idle message</source>
        <translation>Sekunden Stille vor der Nachricht</translation>
    </message>
    <message>
        <source>Idle messages</source>
        <translation>Nachrichten bei Stille</translation>
    </message>
    <message>
        <source>So often the idle message is said before the call ends</source>
        <translation>So oft wird die Nachricht gesagt, bevor der Anruf endet</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Letzte Nachricht</translation>
    </message>
    <message>
        <source>Said before the agent hangs up</source>
        <translation>Wird gesagt, bevor der Agent auflegt</translation>
    </message>
    <message>
        <source>Longest call</source>
        <translation>Längster Anruf</translation>
    </message>
    <message>
        <source>Seconds after which the call ends</source>
        <translation>Sekunden, nach denen der Anruf endet</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code for an authenticator</source>
        <translation>QR-Code für einen Authentikator</translation>
    </message>
</context>
<context>
    <name>RenameDeviceDialog</name>
    <message>
        <source>Rename the device</source>
        <translation>Gerät umbenennen</translation>
    </message>
    <message>
        <source>So that you know it again in this list.</source>
        <translation>Damit du es in dieser Liste wiedererkennst.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>ResetPasswordPage</name>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>From the mail; it works once.</source>
        <translation>Aus der Mail; es gilt einmal.</translation>
    </message>
    <message>
        <source>At least 8 characters.</source>
        <translation>Mindestens 8 Zeichen.</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Neues Passwort noch einmal</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>Passwort setzen</translation>
    </message>
    <message>
        <source>Back to sign-in</source>
        <translation>Zurück zur Anmeldung</translation>
    </message>
    <message>
        <source>Leave the password as it is</source>
        <translation>Das Passwort lassen, wie es ist</translation>
    </message>
    <message>
        <source>Setting a new password ends every session of the account.</source>
        <translation>Ein neues Passwort beendet jede Sitzung des Kontos.</translation>
    </message>
    <message>
        <source>If %1 has an account here, a mail is on its way. Setting a new password ends every session of the account.</source>
        <translation>Wenn %1 hier ein Konto hat, ist eine Mail unterwegs. Ein neues Passwort beendet jede Sitzung des Kontos.</translation>
    </message>
    <message>
        <source>Setting…</source>
        <translation>Wird gesetzt …</translation>
    </message>
    <message>
        <source>Use at least 8 characters.</source>
        <translation>Nimm mindestens 8 Zeichen.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Die beiden Passwörter unterscheiden sich.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>RotateAccessKeyDialog</name>
    <message>
        <source>Rotate %1</source>
        <translation>%1 erneuern</translation>
    </message>
    <message>
        <source>The key gets a new secret, which is shown once. Put it into the program while both work.</source>
        <translation>Der Schlüssel bekommt ein neues Geheimnis, das einmal gezeigt wird. Tragen Sie es im Programm ein, solange beide gelten.</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Ends at once</source>
        <translation>Endet sofort</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) more</source>
        <translation>
            <numerusform>Noch %n Stunde</numerusform>
            <numerusform>Noch %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) more</source>
        <translation>
            <numerusform>Noch %n Tag</numerusform>
            <numerusform>Noch %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>The old secret works</source>
        <translation>Das alte Geheimnis gilt</translation>
    </message>
    <message>
        <source>If the old secret has leaked, end it at once.</source>
        <translation>Ist das alte Geheimnis bekannt geworden, beenden Sie es sofort.</translation>
    </message>
</context>
<context>
    <name>RowTable</name>
    <message>
        <source>Column headers</source>
        <translation>Spaltenköpfe</translation>
    </message>
</context>
<context>
    <name>RunBulkDialog</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Result of each row</source>
        <translation>Ergebnis jeder Zeile</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1 done, %2 failed</source>
        <translation>%1 erledigt, %2 fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht erledigt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Under way…</source>
        <translation>Läuft …</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Stop after the rows under way</source>
        <translation>Nach den laufenden Zeilen anhalten</translation>
    </message>
</context>
<context>
    <name>SecurityPane</name>
    <message>
        <source>Unknown device</source>
        <translation>Unbekanntes Gerät</translation>
    </message>
    <message>
        <source>Desktop program</source>
        <translation>Desktop-Programm</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Mobil</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Since %1 signing in asks for a code of your authenticator as well.</source>
        <translation>Seit %1 fragt die Anmeldung auch nach einem Code deines Authentikators.</translation>
    </message>
    <message>
        <source>Whoever learns your password can sign in. With a second factor they also need your authenticator.</source>
        <translation>Wer dein Passwort erfährt, kann sich anmelden. Mit einem zweiten Faktor bräuchte er auch deinen Authentikator.</translation>
    </message>
    <message numerus="yes">
        <source>%n recovery code(s) left.</source>
        <translation>
            <numerusform>Noch %n Notfallcode.</numerusform>
            <numerusform>Noch %n Notfallcodes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n recovery code(s) left: make new ones.</source>
        <translation>
            <numerusform>Nur noch %n Notfallcode: Mach neue.</numerusform>
            <numerusform>Nur noch %n Notfallcodes: Mach neue.</numerusform>
        </translation>
    </message>
    <message>
        <source>No recovery code is left: make new ones, or losing the authenticator locks you out.</source>
        <translation>Kein Notfallcode ist übrig: Mach neue, sonst sperrt dich ein verlorener Authentikator aus.</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <comment>a device</comment>
        <translation>%1 (dieses)</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n Sitzung</numerusform>
            <numerusform>%n Sitzungen</numerusform>
        </translation>
    </message>
    <message>
        <source>This has not been read from the server yet.</source>
        <translation>Das ist noch nicht vom Server gelesen.</translation>
    </message>
    <message>
        <source>Set another password; your other sessions are ended</source>
        <translation>Ein anderes Passwort setzen; deine anderen Sitzungen enden</translation>
    </message>
    <message>
        <source>It is on already.</source>
        <translation>Er ist schon eingeschaltet.</translation>
    </message>
    <message>
        <source>Protect this account with an authenticator</source>
        <translation>Dieses Konto mit einem Authentikator schützen</translation>
    </message>
    <message>
        <source>The second factor is off.</source>
        <translation>Der zweite Faktor ist aus.</translation>
    </message>
    <message>
        <source>Replaces the codes that are left</source>
        <translation>Ersetzt die übrigen Codes</translation>
    </message>
    <message>
        <source>Signing in then asks for the password alone</source>
        <translation>Die Anmeldung fragt dann nur nach dem Passwort</translation>
    </message>
    <message>
        <source>Select a device first.</source>
        <translation>Wähle zuerst ein Gerät.</translation>
    </message>
    <message>
        <source>Give the device a name that you know (F2)</source>
        <translation>Dem Gerät einen Namen geben, den du kennst (F2)</translation>
    </message>
    <message>
        <source>This is the device you are at. Sign out instead.</source>
        <translation>An diesem Gerät sitzt du. Melde dich stattdessen ab.</translation>
    </message>
    <message>
        <source>Sign the device out and forget it (Del)</source>
        <translation>Das Gerät abmelden und vergessen (Entf)</translation>
    </message>
    <message numerus="yes">
        <source>The password is changed; %n other session(s) ended.</source>
        <translation>
            <numerusform>Das Passwort ist geändert; %n andere Sitzung endete.</numerusform>
            <numerusform>Das Passwort ist geändert; %n andere Sitzungen endeten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>Das Passwort ist geändert.</translation>
    </message>
    <message>
        <source>Turn the second factor off?</source>
        <translation>Den zweiten Faktor ausschalten?</translation>
    </message>
    <message>
        <source>Signing in then asks for the password alone, and the recovery codes are worth nothing any more.</source>
        <translation>Die Anmeldung fragt dann nur nach dem Passwort, und die Notfallcodes gelten nicht mehr.</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Create new recovery codes?</source>
        <translation>Neue Notfallcodes erstellen?</translation>
    </message>
    <message>
        <source>The old ones are worth nothing from then on.</source>
        <translation>Die alten gelten ab dann nicht mehr.</translation>
    </message>
    <message>
        <source>Create new codes</source>
        <translation>Neue Codes erstellen</translation>
    </message>
    <message>
        <source>Sign out %1?</source>
        <translation>%1 abmelden?</translation>
    </message>
    <message>
        <source>Its sessions end at once. Whoever sits there needs your password and your second factor again, and counts as a new device.</source>
        <translation>Seine Sitzungen enden sofort. Wer dort sitzt, braucht wieder dein Passwort und deinen zweiten Faktor und gilt als neues Gerät.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>%1 is signed out.</source>
        <translation>%1 ist abgemeldet.</translation>
    </message>
    <message>
        <source>Change the password…</source>
        <translation>Passwort ändern …</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Einrichten …</translation>
    </message>
    <message>
        <source>New recovery codes…</source>
        <translation>Neue Notfallcodes …</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Ausschalten …</translation>
    </message>
    <message>
        <source>Rename the device…</source>
        <translation>Gerät umbenennen …</translation>
    </message>
    <message>
        <source>Sign the device out…</source>
        <translation>Gerät abmelden …</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Long and used nowhere else is better than complicated.</source>
        <translation>Lang und nirgends sonst benutzt ist besser als kompliziert.</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>Where this account was signed in. Sign out what you do not know, and change the password then.</source>
        <translation>Wo dieses Konto angemeldet war. Melde ab, was du nicht kennst, und ändere dann das Passwort.</translation>
    </message>
    <message>
        <source>What happened to this account</source>
        <translation>Was mit diesem Konto geschah</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Sign-ins and changes of this account appear here.</source>
        <translation>Anmeldungen und Änderungen dieses Kontos erscheinen hier.</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Recent activity</source>
        <translation>Letzte Vorgänge</translation>
    </message>
    <message>
        <source>Account and security</source>
        <translation>Konto und Sicherheit</translation>
    </message>
    <message>
        <source>Mail a code</source>
        <translation>Code mailen</translation>
    </message>
    <message>
        <source>Enter the code…</source>
        <translation>Code eingeben …</translation>
    </message>
    <message>
        <source>Change the preferences…</source>
        <translation>Einstellungen ändern …</translation>
    </message>
    <message>
        <source>E-mail and preferences</source>
        <translation>E-Mail und Einstellungen</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
</context>
<context>
    <name>SeriesChart</name>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Your session has run out. Sign in again.</source>
        <translation>Die Sitzung ist abgelaufen. Melde dich wieder an.</translation>
    </message>
    <message>
        <source>This account has been disabled.</source>
        <translation>Dieses Konto wurde deaktiviert.</translation>
    </message>
    <message>
        <source>Your session was ended on the server. Sign in again.</source>
        <translation>Die Sitzung wurde auf dem Server beendet. Melde dich wieder an.</translation>
    </message>
</context>
<context>
    <name>SetProviderKeyDialog</name>
    <message>
        <source>Replace the %1 key</source>
        <translation>Schlüssel für %1 ersetzen</translation>
    </message>
    <message>
        <source>Add a %1 key</source>
        <translation>Schlüssel für %1 hinzufügen</translation>
    </message>
    <message>
        <source>The key in use stops being used as soon as this one is saved.</source>
        <translation>Der bisherige Schlüssel wird nicht mehr benutzt, sobald dieser gespeichert ist.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Agents may use it</source>
        <translation>Agenten dürfen ihn benutzen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Typed once: the server seals it, and nobody, you included, can read it again.</source>
        <translation>Einmal eingegeben: Der Server versiegelt ihn, und niemand, auch Sie nicht, kann ihn wieder lesen.</translation>
    </message>
</context>
<context>
    <name>SettingEditor</name>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>%1 (deprecated)</source>
        <comment>a model</comment>
        <translation>%1 (veraltet)</translation>
    </message>
    <message>
        <source>Stored (%1). Type to replace it.</source>
        <translation>Gespeichert (%1). Zum Ersetzen tippen.</translation>
    </message>
    <message>
        <source>None. Typed once, never shown again.</source>
        <translation>Keiner. Einmal eingegeben, nie wieder gezeigt.</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verdeckt</translation>
    </message>
    <message>
        <source>Removed when you save.</source>
        <translation>Wird beim Speichern entfernt.</translation>
    </message>
    <message>
        <source>Remove the stored secret</source>
        <translation>Das gespeicherte Geheimnis entfernen</translation>
    </message>
    <message>
        <source>Keep the stored secret</source>
        <translation>Das gespeicherte Geheimnis behalten</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Another server has this name.</source>
        <translation>Ein anderer Server heißt schon so.</translation>
    </message>
    <message>
        <source>Settings cannot be saved: %1 cannot be written.</source>
        <translation>Einstellungen lassen sich nicht speichern: %1 ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>Settings cannot be read: %1 is damaged.</source>
        <translation>Einstellungen lassen sich nicht lesen: %1 ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>This is not the server&apos;s token. Copy the one that it printed when it started last.</source>
        <translation>Das ist nicht das Token des Servers. Übernehmen Sie das, das er beim letzten Start ausgegeben hat.</translation>
    </message>
    <message>
        <source>First administrator</source>
        <translation>Erster Administrator</translation>
    </message>
    <message>
        <source>This server has no administrator yet. The setup token proves that you run it; it works once.</source>
        <translation>Dieser Server hat noch keinen Administrator. Das Einrichtungstoken beweist, dass du ihn betreibst; es gilt einmal.</translation>
    </message>
    <message>
        <source>Setup token</source>
        <translation>Einrichtungstoken</translation>
    </message>
    <message>
        <source>The server prints it when it starts without an administrator.</source>
        <translation>Der Server gibt es aus, wenn er ohne Administrator startet.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>At least 8 characters.</source>
        <translation>Mindestens 8 Zeichen.</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Passwort noch einmal</translation>
    </message>
    <message>
        <source>Create administrator</source>
        <translation>Administrator anlegen</translation>
    </message>
    <message>
        <source>Back to sign-in</source>
        <translation>Zurück zur Anmeldung</translation>
    </message>
    <message>
        <source>Sign in with an existing account</source>
        <translation>Mit einem vorhandenen Konto anmelden</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird angelegt …</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>Das ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Use at least 8 characters.</source>
        <translation>Nimm mindestens 8 Zeichen.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Die beiden Passwörter unterscheiden sich.</translation>
    </message>
</context>
<context>
    <name>ShareBar</name>
    <message>
        <source>%1 · %2</source>
        <comment>count, share</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>label: figure</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ShowRecoveryCodesDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Notfallcodes</translation>
    </message>
    <message>
        <source>Each signs you in once when the authenticator is not at hand. They are shown this once: keep them where nobody else finds them, and not on this computer alone.</source>
        <translation>Jeder meldet dich einmal an, wenn der Authentikator nicht zur Hand ist. Sie werden nur dieses eine Mal gezeigt: Bewahre sie auf, wo niemand sonst sie findet, und nicht nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>Close; the codes are not shown again</source>
        <translation>Schließen; die Codes werden nicht noch einmal gezeigt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy all codes to the clipboard</source>
        <translation>Alle Codes in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Write the codes to a file</source>
        <translation>Die Codes in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Put the codes on paper</source>
        <translation>Die Codes auf Papier bringen</translation>
    </message>
    <message>
        <source>Voxdesk recovery codes, each works once</source>
        <translation>Voxdesk-Notfallcodes, jeder gilt einmal</translation>
    </message>
    <message>
        <source>The codes are on the clipboard.</source>
        <translation>Die Codes sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Save the recovery codes</source>
        <translation>Notfallcodes speichern</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Textdateien (*.txt)</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>Die Datei lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Nach %1 geschrieben</translation>
    </message>
    <message>
        <source>The codes went to the printer.</source>
        <translation>Die Codes sind beim Drucker.</translation>
    </message>
    <message>
        <source>Close without keeping them</source>
        <translation>Schließen, ohne sie aufzubewahren</translation>
    </message>
</context>
<context>
    <name>ShowSecretDialog</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>The secret, to be copied</source>
        <translation>Das Geheimnis zum Kopieren</translation>
    </message>
    <message>
        <source>Copy the secret to the clipboard</source>
        <translation>Das Geheimnis in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Close; the secret is not shown again</source>
        <translation>Schließen; das Geheimnis wird nicht wieder gezeigt</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Close without copying</source>
        <translation>Schließen, ohne zu kopieren</translation>
    </message>
</context>
<context>
    <name>ShowSessionsDialog</name>
    <message>
        <source>Sign out everywhere…</source>
        <translation>Überall abmelden …</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Ends every session of this user at once</source>
        <translation>Beendet sofort alle Sitzungen dieses Benutzers</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>Fenster schließen (Esc)</translation>
    </message>
    <message>
        <source>Sign out everywhere?</source>
        <translation>Überall abmelden?</translation>
    </message>
    <message>
        <source>%1 is signed out on every device and has to sign in again.</source>
        <translation>%1 wird auf jedem Gerät abgemeldet und muss sich neu anmelden.</translation>
    </message>
    <message>
        <source>Sign out everywhere</source>
        <translation>Überall abmelden</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Lädt …</translation>
    </message>
    <message>
        <source>Nothing could be loaded</source>
        <translation>Es ließ sich nichts laden</translation>
    </message>
    <message>
        <source>The reason is shown above.</source>
        <translation>Der Grund steht oben.</translation>
    </message>
    <message>
        <source>Not signed in anywhere</source>
        <translation>Nirgends angemeldet</translation>
    </message>
    <message>
        <source>This user has no open session.</source>
        <translation>Dieser Benutzer hat keine offene Sitzung.</translation>
    </message>
    <message>
        <source>Unknown device</source>
        <translation>Unbekanntes Gerät</translation>
    </message>
    <message>
        <source>%1 (this session)</source>
        <translation>%1 (diese Sitzung)</translation>
    </message>
</context>
<context>
    <name>ShowTextDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>Fenster schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>Auf diesem Computer angemeldet bleiben</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Keeps the sign-in in the keychain of this computer, nowhere else</source>
        <translation>Merkt die Anmeldung im Schlüsselbund dieses Computers, sonst nirgends</translation>
    </message>
    <message>
        <source>Set up the first administrator…</source>
        <translation>Ersten Administrator einrichten …</translation>
    </message>
    <message>
        <source>This server has no administrator yet; needs its setup token</source>
        <translation>Dieser Server hat noch keinen Administrator; braucht sein Einrichtungstoken</translation>
    </message>
    <message>
        <source>Other server…</source>
        <translation>Anderer Server …</translation>
    </message>
    <message>
        <source>Choose, add or change servers</source>
        <translation>Server wählen, hinzufügen oder ändern</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <source>%1 · %2 · not encrypted</source>
        <comment>profile, host</comment>
        <translation>%1 · %2 · unverschlüsselt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>profile, host</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft …</translation>
    </message>
    <message>
        <source>The server does not answer. %1</source>
        <translation>Der Server antwortet nicht. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Sign-in will not be remembered: %1</source>
        <translation>Die Anmeldung wird nicht gemerkt: %1</translation>
    </message>
    <message numerus="yes">
        <source>Locked for %n minute(s)</source>
        <translation>
            <numerusform>Noch %n Minute gesperrt</numerusform>
            <numerusform>Noch %n Minuten gesperrt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Locked for %n second(s)</source>
        <translation>
            <numerusform>Noch %n Sekunde gesperrt</numerusform>
            <numerusform>Noch %n Sekunden gesperrt</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in (Return)</source>
        <translation>Anmelden (Eingabe)</translation>
    </message>
    <message>
        <source>Fill in the e-mail address and the password first.</source>
        <translation>Gib zuerst E-Mail-Adresse und Passwort ein.</translation>
    </message>
    <message>
        <source>Forgotten your password?</source>
        <translation>Passwort vergessen?</translation>
    </message>
    <message>
        <source>Set a new one by a mail of the server</source>
        <translation>Mit einer Mail des Servers ein neues setzen</translation>
    </message>
    <message>
        <source>Enter the code of the confirmation mail…</source>
        <translation>Code der Bestätigungsmail eingeben …</translation>
    </message>
    <message>
        <source>This server lets nobody in before the e-mail address is confirmed</source>
        <translation>Dieser Server lässt niemanden ein, bevor die E-Mail-Adresse bestätigt ist</translation>
    </message>
    <message>
        <source>The e-mail address of this account is not confirmed yet.</source>
        <translation>Die E-Mail-Adresse dieses Kontos ist noch nicht bestätigt.</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading…</source>
        <translation>Lädt …</translation>
    </message>
</context>
<context>
    <name>StatTile</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a figure: figure</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>StepUpDialogs</name>
    <message>
        <source>Is it still you?</source>
        <translation>Bist du es noch?</translation>
    </message>
    <message>
        <source>This action needs your second factor again. It is asked for at most every ten minutes.</source>
        <translation>Diese Aktion braucht deinen zweiten Faktor noch einmal. Gefragt wird höchstens alle zehn Minuten.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>TablePane</name>
    <message numerus="yes">
        <source>%n row(s) written to %1</source>
        <translation>
            <numerusform>%n Zeile nach %1 geschrieben</numerusform>
            <numerusform>%n Zeilen nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written.</source>
        <translation>Der Export wurde abgebrochen; es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Deselect all rows (Esc)</source>
        <translation>Alle Zeilen abwählen (Esc)</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren …</translation>
    </message>
    <message>
        <source>Export what the filters match as CSV</source>
        <translation>Was die Filter treffen als CSV exportieren</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Diese Ansicht speichern …</translation>
    </message>
    <message>
        <source>Back to the standard view</source>
        <translation>Zurück zur Standardansicht</translation>
    </message>
    <message>
        <source>Remove a view</source>
        <translation>Ansicht entfernen</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation>Standardspalten</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>CSV files marked as UTF-8, for Excel (*.csv)</source>
        <translation>CSV-Dateien, für Excel als UTF-8 gekennzeichnet (*.csv)</translation>
    </message>
    <message>
        <source>Select a row first.</source>
        <translation>Wähle zuerst eine Zeile.</translation>
    </message>
    <message>
        <source>Select a single row.</source>
        <translation>Wähle eine einzelne Zeile.</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>rows</comment>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 loaded, more below</source>
        <translation>%1 geladen, unten mehr</translation>
    </message>
    <message>
        <source>Nothing could be loaded</source>
        <translation>Es ließ sich nichts laden</translation>
    </message>
    <message>
        <source>The reason is shown above.</source>
        <translation>Der Grund steht oben.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>No row matches the search and the filters.</source>
        <translation>Keine Zeile passt zur Suche und zu den Filtern.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Suche und Filter leeren</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>%1 written to %2</source>
        <comment>size, file</comment>
        <translation>%1 nach %2 geschrieben</translation>
    </message>
</context>
<context>
    <name>TableToolbar</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search on the server (Ctrl+F)</source>
        <translation>Auf dem Server suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Enge Zeilen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export what the filters match as CSV (Ctrl+E)</source>
        <translation>Was die Filter treffen als CSV exportieren (Strg+E)</translation>
    </message>
    <message>
        <source>No room for: %1</source>
        <translation>Kein Platz für: %1</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>columns</comment>
        <translation>+%1</translation>
    </message>
    <message>
        <source>There are no rows to export.</source>
        <translation>Es gibt keine Zeilen zu exportieren.</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Switch to another server</source>
        <translation>Zu einem anderen Server wechseln</translation>
    </message>
    <message>
        <source>Search or jump to…</source>
        <translation>Suchen oder springen …</translation>
    </message>
    <message>
        <source>Refresh (F5)</source>
        <translation>Aktualisieren (F5)</translation>
    </message>
    <message>
        <source>Light, dark or system theme</source>
        <translation>Helles, dunkles oder System-Design</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Dein Konto</translation>
    </message>
    <message>
        <source>Panes, actions and rows (Ctrl+K)</source>
        <translation>Bereiche, Aktionen und Zeilen (Strg+K)</translation>
    </message>
    <message>
        <source>Server %1; switch to another one</source>
        <translation>Server %1; zu einem anderen wechseln</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>e-mail, role</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Your account: %1</source>
        <translation>Dein Konto: %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>When the data shown was read from the server</source>
        <translation>Wann die gezeigten Daten vom Server gelesen wurden</translation>
    </message>
    <message>
        <source>Times are in UTC; switch to local time</source>
        <translation>Zeiten in UTC; zur Ortszeit wechseln</translation>
    </message>
    <message>
        <source>Times are local; switch to UTC</source>
        <translation>Zeiten in Ortszeit; zu UTC wechseln</translation>
    </message>
</context>
<context>
    <name>TryAgentDialog</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>%1 ausprobieren</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>Ihre Nachricht</translation>
    </message>
    <message>
        <source>Write what a caller would say</source>
        <translation>Schreiben Sie, was ein Anrufer sagen würde</translation>
    </message>
    <message>
        <source>Return sends it</source>
        <translation>Eingabe sendet</translation>
    </message>
    <message>
        <source>Send to the agent (Return)</source>
        <translation>An den Agenten senden (Eingabe)</translation>
    </message>
    <message>
        <source>Answers cost what they cost in a call: tokens count for your organisation.</source>
        <translation>Antworten kosten, was sie in einem Anruf kosten: Tokens zählen für Ihre Organisation.</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Erste Nachricht</translation>
    </message>
    <message>
        <source>The agent is thinking…</source>
        <translation>Der Agent denkt nach…</translation>
    </message>
    <message>
        <source>This server cannot try agents. Update it.</source>
        <translation>Dieser Server kann Agenten nicht ausprobieren. Aktualisieren Sie ihn.</translation>
    </message>
    <message>
        <source>%1 + %2 tokens</source>
        <comment>in and out</comment>
        <translation>%1 + %2 Tokens</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Nothing spent yet.</source>
        <translation>Noch nichts verbraucht.</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this window (Esc)</source>
        <translation>Dieses Fenster schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>UsageBar</name>
    <message>
        <source>%1 of %2 tokens used this month (%3)</source>
        <translation>%1 von %2 Token in diesem Monat verbraucht (%3)</translation>
    </message>
</context>
<context>
    <name>UsageChart</name>
    <message>
        <source>%1 – %2</source>
        <comment>first and last day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Running total of the month</source>
        <translation>Laufende Summe des Monats</translation>
    </message>
    <message>
        <source>80 % of the quota: %1</source>
        <translation>80 % des Kontingents: %1</translation>
    </message>
    <message>
        <source>Quota: %1</source>
        <translation>Kontingent: %1</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>Alle anderen</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 Anrufe</translation>
    </message>
    <message>
        <source>The period before, %1 – %2</source>
        <translation>Der Zeitraum davor, %1 – %2</translation>
    </message>
    <message>
        <source>$%1</source>
        <translation>%1 $</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>UsageControls</name>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>Custom range</source>
        <translation>Eigener Zeitraum</translation>
    </message>
    <message>
        <source>First day, UTC</source>
        <translation>Erster Tag, UTC</translation>
    </message>
    <message>
        <source>Last day, UTC</source>
        <translation>Letzter Tag, UTC</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Nach Tag</translation>
    </message>
    <message>
        <source>By organisation</source>
        <translation>Nach Organisation</translation>
    </message>
    <message>
        <source>By user</source>
        <translation>Nach Benutzer</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>Nach Anbieter</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>Was das Diagramm zeigt</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>How the chart is drawn</source>
        <translation>Wie das Diagramm gezeichnet wird</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Running total</source>
        <translation>Laufende Summe</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Shows the period before beside this one</source>
        <translation>Zeigt den Zeitraum davor neben diesem</translation>
    </message>
</context>
<context>
    <name>UsagePane</name>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Usage written to %1</source>
        <translation>Verbrauch nach %1 geschrieben</translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written.</source>
        <translation>Der Export wurde abgebrochen; keine Datei wurde geschrieben.</translation>
    </message>
    <message>
        <source>%1, UTC</source>
        <comment>a day</comment>
        <translation>%1, UTC</translation>
    </message>
    <message>
        <source>%1 – %2, UTC</source>
        <comment>first and last day</comment>
        <translation>%1 – %2, UTC</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what is shown, period</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nothing could be loaded</source>
        <translation>Nichts konnte geladen werden</translation>
    </message>
    <message>
        <source>The reason is shown above.</source>
        <translation>Der Grund steht oben.</translation>
    </message>
    <message>
        <source>Nothing was used in this period</source>
        <translation>In diesem Zeitraum wurde nichts verbraucht</translation>
    </message>
    <message>
        <source>Choose a longer period.</source>
        <translation>Wählen Sie einen längeren Zeitraum.</translation>
    </message>
    <message>
        <source>Choose a longer period or remove a filter.</source>
        <translation>Wählen Sie einen längeren Zeitraum oder entfernen Sie einen Filter.</translation>
    </message>
    <message>
        <source>Export usage</source>
        <translation>Verbrauch exportieren</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <comment>file type, ending</comment>
        <translation>%1-Dateien (*.%2)</translation>
    </message>
    <message>
        <source>Chart written to %1</source>
        <translation>Diagramm nach %1 geschrieben</translation>
    </message>
    <message>
        <source>%1 of the platform</source>
        <comment>what is shown: cost, tokens</comment>
        <translation>%1 der Plattform</translation>
    </message>
    <message>
        <source>Sum of the period: %1</source>
        <translation>Summe des Zeitraums: %1</translation>
    </message>
    <message>
        <source>What this consists of</source>
        <translation>Woraus das besteht</translation>
    </message>
    <message>
        <source>Shows what the selected row consists of (Return)</source>
        <translation>Zeigt, woraus die gewählte Zeile besteht (Eingabe)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to what was shown before (Alt+Left)</source>
        <translation>Zurück zu dem, was vorher gezeigt wurde (Alt+Links)</translation>
    </message>
    <message>
        <source>Show in Users</source>
        <translation>In Benutzer zeigen</translation>
    </message>
    <message>
        <source>Opens the users behind the selected row (Ctrl+Return)</source>
        <translation>Öffnet die Benutzer hinter der gewählten Zeile (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren…</translation>
    </message>
    <message>
        <source>Writes the figures of all keys and days as CSV (Ctrl+E)</source>
        <translation>Schreibt die Zahlen aller Posten und Tage als CSV (Strg+E)</translation>
    </message>
    <message>
        <source>Export the chart as PDF…</source>
        <translation>Diagramm als PDF exportieren…</translation>
    </message>
    <message>
        <source>Writes the chart for printing (Ctrl+Shift+P)</source>
        <translation>Schreibt das Diagramm zum Drucken (Strg+Umschalt+P)</translation>
    </message>
    <message>
        <source>Export the chart as PNG…</source>
        <translation>Diagramm als PNG exportieren…</translation>
    </message>
    <message>
        <source>Writes the chart as a picture (Ctrl+Shift+G)</source>
        <translation>Schreibt das Diagramm als Bild (Strg+Umschalt+G)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Writes the figures or the chart to a file</source>
        <translation>Schreibt die Zahlen oder das Diagramm in eine Datei</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>Quota used this month</source>
        <translation>Kontingent in diesem Monat</translation>
    </message>
    <message>
        <source>Figures of the chart</source>
        <translation>Zahlen des Diagramms</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>+12 % on (the earlier figure)</comment>
        <translation>%1 zu %2</translation>
    </message>
    <message>
        <source>nothing before</source>
        <translation>davor nichts</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) over quota</source>
        <translation>
            <numerusform>%n Ereignis über Kontingent</numerusform>
            <numerusform>%n Ereignisse über Kontingent</numerusform>
        </translation>
    </message>
    <message>
        <source>Forecast for %1</source>
        <comment>a month</comment>
        <translation>Prognose für %1</translation>
    </message>
    <message>
        <source>at the pace of the last 7 days</source>
        <translation>im Tempo der letzten 7 Tage</translation>
    </message>
    <message>
        <source>What the month comes to at its end: what was used so far, plus for each day left the average of the last seven whole days. Today counts with what it has, or with that average if it is more.</source>
        <translation>Worauf der Monat an seinem Ende kommt: das bisher Verbrauchte, dazu für jeden übrigen Tag der Durchschnitt der letzten sieben ganzen Tage. Der heutige Tag zählt mit dem, was er hat, oder mit diesem Durchschnitt, wenn er höher ist.</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <comment>used of allowed</comment>
        <translation>%1 von %2 Token</translation>
    </message>
    <message>
        <source>%1, drawn by week</source>
        <comment>period</comment>
        <translation>%1, nach Wochen gezeichnet</translation>
    </message>
</context>
<context>
    <name>UsageTableModel</name>
    <message>
        <source>All others</source>
        <translation>Alle anderen</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>new</source>
        <comment>there was nothing before</comment>
        <translation>neu</translation>
    </message>
    <message>
        <source>Of the whole, by what the chart shows</source>
        <translation>Am Ganzen, nach dem, was das Diagramm zeigt</translation>
    </message>
    <message>
        <source>The period before, by what the chart shows</source>
        <translation>Der Zeitraum davor, nach dem, was das Diagramm zeigt</translation>
    </message>
    <message>
        <source>Day (UTC)</source>
        <translation>Tag (UTC)</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
</context>
<context>
    <name>UsersPane</name>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agenten</translation>
    </message>
    <message>
        <source>Requests an hour</source>
        <translation>Anfragen je Stunde</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>E-mail verified</source>
        <translation>E-Mail bestätigt</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Tokens used</source>
        <translation>Token verbraucht</translation>
    </message>
    <message>
        <source>Tokens of this month against the quota; the mark stands at 80 %</source>
        <translation>Token dieses Monats gegen das Kontingent; die Marke steht bei 80 %</translation>
    </message>
    <message>
        <source>Calls of this month</source>
        <translation>Anrufe dieses Monats</translation>
    </message>
    <message>
        <source>Agents at most</source>
        <translation>Agenten höchstens</translation>
    </message>
    <message>
        <source>Tokens a month</source>
        <translation>Token je Monat</translation>
    </message>
    <message>
        <source>The quota</source>
        <translation>Das Kontingent</translation>
    </message>
    <message>
        <source>Limit notes</source>
        <translation>Notizen zu Grenzen</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>E-mail, name or organisation</source>
        <translation>E-Mail, Name oder Organisation</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln Benutzer</numerusform>
            <numerusform>%Ln Benutzer</numerusform>
        </translation>
    </message>
    <message>
        <source>No users yet</source>
        <translation>Noch keine Benutzer</translation>
    </message>
    <message>
        <source>Users appear here as soon as they register or an administrator adds them on the server.</source>
        <translation>Benutzer erscheinen hier, sobald sie sich registrieren oder ein Administrator sie auf dem Server anlegt.</translation>
    </message>
    <message>
        <source>You cannot do this to your own account.</source>
        <translation>Das geht nicht mit dem eigenen Konto.</translation>
    </message>
    <message>
        <source>Inactive already.</source>
        <translation>Schon inaktiv.</translation>
    </message>
    <message>
        <source>Edit limits…</source>
        <translation>Grenzen bearbeiten …</translation>
    </message>
    <message>
        <source>Change what this user may consume (F2)</source>
        <translation>Ändern, was dieser Benutzer verbrauchen darf (F2)</translation>
    </message>
    <message>
        <source>Edit user…</source>
        <translation>Benutzer bearbeiten…</translation>
    </message>
    <message>
        <source>Change name, role and tier (Shift+F2)</source>
        <translation>Name, Rolle und Stufe ändern (Umschalt+F2)</translation>
    </message>
    <message>
        <source>Sessions…</source>
        <translation>Sitzungen …</translation>
    </message>
    <message>
        <source>Where this user is signed in (Ctrl+Shift+S)</source>
        <translation>Wo dieser Benutzer angemeldet ist (Strg+Umschalt+S)</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Let these users sign in again (Ctrl+Shift+A)</source>
        <translation>Diese Benutzer wieder anmelden lassen (Strg+Umschalt+A)</translation>
    </message>
    <message>
        <source>Active already.</source>
        <translation>Schon aktiv.</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Sign these users out and keep them out (Ctrl+Shift+D)</source>
        <translation>Diese Benutzer abmelden und aussperren (Strg+Umschalt+D)</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Delete this user for good (Del)</source>
        <translation>Diesen Benutzer endgültig löschen (Entf)</translation>
    </message>
    <message>
        <source>Limits of %1 saved.</source>
        <translation>Grenzen von %1 gespeichert.</translation>
    </message>
    <message>
        <source>%1 saved.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>Deactivate %1?</source>
        <translation>%1 deaktivieren?</translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %n users?</source>
        <translation>
            <numerusform>%n Benutzer deaktivieren?</numerusform>
            <numerusform>%n Benutzer deaktivieren?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are signed out at once and cannot sign in until they are activated again.</source>
        <translation>Sie werden sofort abgemeldet und können sich erst nach dem Aktivieren wieder anmelden.</translation>
    </message>
    <message>
        <source>%1 is active.</source>
        <translation>%1 ist aktiv.</translation>
    </message>
    <message>
        <source>%1 is deactivated.</source>
        <translation>%1 ist deaktiviert.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Activate users</source>
        <translation>Benutzer aktivieren</translation>
    </message>
    <message>
        <source>Deactivate users</source>
        <translation>Benutzer deaktivieren</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message numerus="yes">
        <source>The account and its %n agent(s) are deleted for good. This cannot be undone; deactivating can.</source>
        <translation>
            <numerusform>Das Konto und sein %n Agent werden endgültig gelöscht. Das lässt sich nicht rückgängig machen, Deaktivieren schon.</numerusform>
            <numerusform>Das Konto und seine %n Agenten werden endgültig gelöscht. Das lässt sich nicht rückgängig machen, Deaktivieren schon.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 ist gelöscht.</translation>
    </message>
    <message>
        <source>Show usage</source>
        <translation>Verbrauch zeigen</translation>
    </message>
    <message>
        <source>What this user consumed, against the quota (Ctrl+Shift+G)</source>
        <translation>Was dieser Benutzer verbraucht hat, gegen das Kontingent (Strg+Umschalt+G)</translation>
    </message>
    <message>
        <source>Show agents</source>
        <translation>Agenten zeigen</translation>
    </message>
    <message>
        <source>The agents that this user created (Ctrl+Shift+B)</source>
        <translation>Die Agenten, die dieser Benutzer angelegt hat (Strg+Umschalt+B)</translation>
    </message>
    <message>
        <source>Show audit log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>The audit log of what this user did (Ctrl+Shift+H)</source>
        <translation>Das Prüfprotokoll dessen, was dieser Benutzer tat (Strg+Umschalt+H)</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Kontingent</translation>
    </message>
    <message>
        <source>At 80 % or more</source>
        <translation>Ab 80 %</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Jetzt offen</translation>
    </message>
    <message>
        <source>Role there</source>
        <translation>Rolle dort</translation>
    </message>
</context>
<context>
    <name>VersionTimeline</name>
    <message>
        <source>Lives of the API&apos;s versions</source>
        <translation>Lebensläufe der API-Versionen</translation>
    </message>
    <message>
        <source>Supported</source>
        <translation>Unterstützt</translation>
    </message>
    <message>
        <source>Deprecated</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Ended, still answers</source>
        <translation>Beendet, antwortet noch</translation>
    </message>
    <message>
        <source>Ended, refused</source>
        <translation>Beendet, abgewiesen</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>version: status</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Deprecated from %1.</source>
        <translation>Veraltet ab %1.</translation>
    </message>
    <message>
        <source>Ends %1, and is answered all the same.</source>
        <translation>Endet %1 und wird trotzdem beantwortet.</translation>
    </message>
    <message>
        <source>Ends %1, and is refused from then on.</source>
        <translation>Endet %1 und wird ab dann abgewiesen.</translation>
    </message>
    <message>
        <source>Its successor is %1.</source>
        <translation>Ihr Nachfolger ist %1.</translation>
    </message>
    <message>
        <source>Brown-out from %1 to %2.</source>
        <translation>Aussetzer von %1 bis %2.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Ageing</source>
        <comment>deprecated, where there is little room</comment>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
</context>
<context>
    <name>VersionsPane</name>
    <message>
        <source>Access key</source>
        <translation>Zugriffsschlüssel</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Signs in as</source>
        <translation>Meldet sich an als</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>on all versions</source>
        <translation>auf allen Versionen</translation>
    </message>
    <message>
        <source>%1 of all answers</source>
        <translation>%1 aller Antworten</translation>
    </message>
    <message>
        <source>no requests yet</source>
        <translation>noch keine Anfragen</translation>
    </message>
    <message>
        <source>Who calls %1</source>
        <comment>a version</comment>
        <translation>Wer %1 aufruft</translation>
    </message>
    <message>
        <source>The versions have not been read yet.</source>
        <translation>Die Versionen sind noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Deprecate, end or support a version; with a preview (F2)</source>
        <translation>Eine Version veralten lassen, beenden oder unterstützen; mit Vorschau (F2)</translation>
    </message>
    <message>
        <source>Write to everybody who calls a version (Ctrl+Shift+M)</source>
        <translation>Allen schreiben, die eine Version aufrufen (Strg+Umschalt+M)</translation>
    </message>
    <message>
        <source>Select a caller first.</source>
        <translation>Wähle zuerst einen Aufrufer.</translation>
    </message>
    <message>
        <source>Opens this user or the access keys of its organisation (Ctrl+Return)</source>
        <translation>Öffnet diesen Benutzer oder die Zugriffsschlüssel seiner Organisation (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>The lifecycle is saved and holds from the next request on.</source>
        <translation>Der Lebenszyklus ist gespeichert und gilt ab der nächsten Anfrage.</translation>
    </message>
    <message numerus="yes">
        <source>A mail about %1 goes to %n recipient(s).</source>
        <translation>
            <numerusform>Eine Mail zu %1 geht an %n Empfänger.</numerusform>
            <numerusform>Eine Mail zu %1 geht an %n Empfänger.</numerusform>
        </translation>
    </message>
    <message>
        <source>API versions</source>
        <translation>API-Versionen</translation>
    </message>
    <message>
        <source>Edit the lifecycle…</source>
        <translation>Lebenszyklus ändern …</translation>
    </message>
    <message>
        <source>Notify callers…</source>
        <translation>Aufrufer benachrichtigen …</translation>
    </message>
    <message>
        <source>Show this caller</source>
        <translation>Diesen Aufrufer zeigen</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>How far back the figures go; days are days in UTC</source>
        <translation>Wie weit die Zahlen zurückreichen; Tage sind Tage in UTC</translation>
    </message>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>Letzter %n Tag</numerusform>
            <numerusform>Letzte %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests a day</source>
        <translation>Anfragen am Tag</translation>
    </message>
    <message>
        <source>Callers a day</source>
        <translation>Aufrufer am Tag</translation>
    </message>
    <message>
        <source>Answers that failed, per cent</source>
        <translation>Fehlgeschlagene Antworten, Prozent</translation>
    </message>
    <message>
        <source>Time to answer, milliseconds</source>
        <translation>Antwortzeit, Millisekunden</translation>
    </message>
    <message>
        <source>Routes of the version</source>
        <translation>Routen der Version</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>Aufrufer</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>95 of 100</source>
        <translation>95 von 100</translation>
    </message>
    <message>
        <source>99 of 100</source>
        <translation>99 von 100</translation>
    </message>
    <message>
        <source>Who calls the version</source>
        <translation>Wer die Version aufruft</translation>
    </message>
    <message>
        <source>Nobody calls it</source>
        <translation>Niemand ruft sie auf</translation>
    </message>
    <message>
        <source>In this period no request named this version.</source>
        <translation>In diesem Zeitraum nannte keine Anfrage diese Version.</translation>
    </message>
    <message>
        <source>What is known of the version</source>
        <translation>Was von der Version bekannt ist</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>The versions compared</source>
        <translation>Die Versionen im Vergleich</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Failed, share</source>
        <translation>Anteil gescheitert</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Gewechselt</translation>
    </message>
    <message>
        <source>Answers that failed</source>
        <translation>Fehlgeschlagene Antworten</translation>
    </message>
    <message>
        <source>Lives of the versions</source>
        <translation>Lebensläufe der Versionen</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Im Vergleich</translation>
    </message>
    <message>
        <source>Select a version to see who calls it, and which routes.</source>
        <translation>Wähle eine Version, um zu sehen, wer sie aufruft und welche Routen.</translation>
    </message>
    <message>
        <source>Many</source>
        <translation>Viele</translation>
    </message>
    <message>
        <source>Others, not told apart</source>
        <translation>Andere, nicht unterschieden</translation>
    </message>
    <message>
        <source>No route answered</source>
        <translation>Keine Route antwortete</translation>
    </message>
    <message>
        <source>of the callers use the newest</source>
        <translation>der Aufrufer nutzen die neueste</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>Nicht gezählt</translation>
    </message>
    <message>
        <source>The server does not count the calls of this version.</source>
        <translation>Der Server zählt die Aufrufe dieser Version nicht.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>No mail was sent: nobody calls %1, or whoever does wants no notices.</source>
        <translation>Keine Mail wurde gesendet: Niemand ruft %1 auf, oder wer es tut, will keine Hinweise.</translation>
    </message>
    <message>
        <source>of deprecated and ended versions</source>
        <translation>abgekündigter und beendeter Versionen</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Sign in again.</source>
        <translation>Melde dich wieder an.</translation>
    </message>
    <message>
        <source>Check the e-mail address and the password.</source>
        <translation>Prüfe E-Mail-Adresse und Passwort.</translation>
    </message>
    <message>
        <source>Ask an administrator.</source>
        <translation>Frag einen Administrator.</translation>
    </message>
    <message>
        <source>It may have been deleted meanwhile. Refresh the list.</source>
        <translation>Vielleicht wurde es inzwischen gelöscht. Aktualisiere die Liste.</translation>
    </message>
    <message>
        <source>Choose another value.</source>
        <translation>Wähle einen anderen Wert.</translation>
    </message>
    <message>
        <source>Compare both versions and decide which one stays.</source>
        <translation>Vergleiche beide Fassungen und entscheide, welche bleibt.</translation>
    </message>
    <message>
        <source>Correct the marked fields.</source>
        <translation>Berichtige die markierten Felder.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Versuche es in %n Sekunde noch einmal.</numerusform>
            <numerusform>Versuche es in %n Sekunden noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Wait a minute and try again.</source>
        <translation>Warte eine Minute und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>Check the network and the address of the server. The console tries again by itself.</source>
        <translation>Prüfe das Netz und die Adresse des Servers. Die Konsole versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuche es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Check the address of the server: something else answers there.</source>
        <translation>Prüfe die Adresse des Servers: Dort antwortet etwas anderes.</translation>
    </message>
    <message>
        <source>Update the console or the server.</source>
        <translation>Aktualisiere die Konsole oder den Server.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, give the request id to whoever runs the server.</source>
        <translation>Versuche es noch einmal. Bleibt es dabei, gib die Anfrage-ID dem Betreiber des Servers.</translation>
    </message>
    <message>
        <source>The server does not accept this sign-in.</source>
        <translation>Der Server nimmt diese Anmeldung nicht an.</translation>
    </message>
    <message>
        <source>The sign-in has run out.</source>
        <translation>Die Anmeldung ist abgelaufen.</translation>
    </message>
    <message>
        <source>The e-mail address or the password is wrong.</source>
        <translation>E-Mail-Adresse oder Passwort ist falsch.</translation>
    </message>
    <message>
        <source>You are not allowed to do this.</source>
        <translation>Das darfst du nicht.</translation>
    </message>
    <message>
        <source>This account is deactivated.</source>
        <translation>Dieses Konto ist deaktiviert.</translation>
    </message>
    <message>
        <source>Too many failed sign-ins: this account is locked for a while.</source>
        <translation>Zu viele Fehlversuche: Dieses Konto ist eine Weile gesperrt.</translation>
    </message>
    <message>
        <source>The server does not have this (any more).</source>
        <translation>Der Server hat das nicht (mehr).</translation>
    </message>
    <message>
        <source>This clashes with something that exists already.</source>
        <translation>Das widerspricht etwas, das es schon gibt.</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile.</source>
        <translation>Jemand anderes hat das inzwischen geändert.</translation>
    </message>
    <message>
        <source>The server does not accept these values.</source>
        <translation>Der Server nimmt diese Werte nicht an.</translation>
    </message>
    <message>
        <source>Too many requests in a short time.</source>
        <translation>Zu viele Anfragen in kurzer Zeit.</translation>
    </message>
    <message>
        <source>The server met an error.</source>
        <translation>Auf dem Server ist ein Fehler aufgetreten.</translation>
    </message>
    <message>
        <source>The server is not ready right now.</source>
        <translation>Der Server ist gerade nicht bereit.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The server took too long to answer.</source>
        <translation>Der Server hat zu lange gebraucht.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The answer is not one of a Voxdesk server.</source>
        <translation>Die Antwort stammt nicht von einem Voxdesk-Server.</translation>
    </message>
    <message>
        <source>User</source>
        <comment>role</comment>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Enterprise</source>
        <comment>role</comment>
        <translation>Enterprise</translation>
    </message>
    <message>
        <source>Support</source>
        <comment>role</comment>
        <translation>Support</translation>
    </message>
    <message>
        <source>Administrator</source>
        <comment>role</comment>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Free</source>
        <comment>tier</comment>
        <translation>Free</translation>
    </message>
    <message>
        <source>Pro</source>
        <comment>tier</comment>
        <translation>Pro</translation>
    </message>
    <message>
        <source>Enterprise</source>
        <comment>tier</comment>
        <translation>Enterprise</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>organisation role</comment>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Member</source>
        <comment>organisation role</comment>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inaktiv</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Delete an agent, or have the limit raised under Users.</source>
        <translation>Löschen Sie einen Agenten oder lassen Sie die Grenze unter Benutzer erhöhen.</translation>
    </message>
    <message>
        <source>Wait for the next month, or have the quota raised under Users.</source>
        <translation>Warten Sie auf den nächsten Monat oder lassen Sie das Kontingent unter Benutzer erhöhen.</translation>
    </message>
    <message>
        <source>The limit of agents is reached.</source>
        <translation>Die Höchstzahl der Agenten ist erreicht.</translation>
    </message>
    <message>
        <source>The month&apos;s tokens are used up.</source>
        <translation>Die Tokens dieses Monats sind aufgebraucht.</translation>
    </message>
    <message>
        <source>Read</source>
        <comment>permission</comment>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Read and write</source>
        <comment>permission</comment>
        <translation>Lesen und schreiben</translation>
    </message>
    <message>
        <source>Administer</source>
        <comment>permission</comment>
        <translation>Verwalten</translation>
    </message>
    <message>
        <source>Queued</source>
        <comment>call</comment>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Dialling</source>
        <comment>call</comment>
        <translation>Wählt</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>call</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Completed</source>
        <comment>call</comment>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>call</comment>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>No answer</source>
        <comment>call</comment>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Busy</source>
        <comment>call</comment>
        <translation>Besetzt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>call</comment>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>Ausgehend</translation>
    </message>
    <message>
        <source>Test failed</source>
        <comment>provider key</comment>
        <translation>Prüfung gescheitert</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>provider key</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Works</source>
        <comment>provider key</comment>
        <translation>Gilt</translation>
    </message>
    <message>
        <source>Set</source>
        <comment>provider key</comment>
        <translation>Gesetzt</translation>
    </message>
    <message>
        <source>Revoked</source>
        <comment>access key</comment>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Expired</source>
        <comment>access key</comment>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Expires today</source>
        <translation>Läuft heute ab</translation>
    </message>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>Läuft in %n Tag ab</numerusform>
            <numerusform>Läuft in %n Tagen ab</numerusform>
        </translation>
    </message>
    <message>
        <source>Valid</source>
        <comment>access key</comment>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Do it again and type the code of your authenticator when you are asked.</source>
        <translation>Versuche es noch einmal und gib den Code deines Authentikators ein, wenn du gefragt wirst.</translation>
    </message>
    <message>
        <source>Type the code of your authenticator.</source>
        <translation>Gib den Code deines Authentikators ein.</translation>
    </message>
    <message>
        <source>This needs your second factor again; nothing was changed.</source>
        <translation>Das braucht deinen zweiten Faktor noch einmal; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A code of the second factor is needed.</source>
        <translation>Ein Code des zweiten Faktors wird gebraucht.</translation>
    </message>
    <message>
        <source>Supported</source>
        <comment>API version</comment>
        <translation>Unterstützt</translation>
    </message>
    <message>
        <source>Deprecated</source>
        <comment>API version</comment>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>API version</comment>
        <translation>Beendet</translation>
    </message>
</context>
</TS>
