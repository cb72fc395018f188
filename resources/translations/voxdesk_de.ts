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
        <message>
            <source>%1  ·  %2</source>
            <comment>command, its group</comment>
            <translation>%1  ·  %2</translation>
        </message>
        <message>
            <source>%1  ·  %2</source>
            <comment>command, its shortcut</comment>
            <translation>%1  ·  %2</translation>
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
        <message>
            <source>%1: %2</source>
            <comment>day: count</comment>
            <translation>%1: %2</translation>
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
    </context>
    <context>
        <name>DisplayFormat</name>
        <message>
            <source>%1 %</source>
            <comment>a percentage</comment>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>used of allowed</comment>
            <translation>%1 von %2</translation>
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
            <source>%1 in use. The tier's default is %2.</source>
            <translation>%1 in Gebrauch. Üblich für die Stufe: %2.</translation>
        </message>
        <message>
            <source>Tokens a month</source>
            <translation>Token je Monat</translation>
        </message>
        <message>
            <source>%1 used this month. The tier's default is %2.</source>
            <translation>%1 in diesem Monat verbraucht. Üblich für die Stufe: %2.</translation>
        </message>
        <message>
            <source>Requests an hour</source>
            <translation>Anfragen je Stunde</translation>
        </message>
        <message>
            <source>The tier's default is %1.</source>
            <translation>Üblich für die Stufe: %1.</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notizen</translation>
        </message>
        <message>
            <source>Why the limits differ from the tier's. Other administrators see this.</source>
            <translation>Warum die Grenzen von der Stufe abweichen. Andere Administratoren sehen das.</translation>
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
            <source>Copies the id under which the server's log knows this request</source>
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
            <source>Take the server's</source>
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
    </context>
    <context>
        <name>GatePage</name>
        <message>
            <source>Show the password</source>
            <translation>Passwort zeigen</translation>
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
            <source>answers 5xx</source>
            <translation>Antworten 5xx</translation>
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
            <source>Overview</source>
            <translation>Übersicht</translation>
        </message>
        <message>
            <source>Tenants</source>
            <translation>Mandanten</translation>
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
            <source>Stop after the row under way</source>
            <translation>Nach der laufenden Zeile anhalten</translation>
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
        <message>
            <source>Voxdesk on %1</source>
            <translation>Voxdesk auf %1</translation>
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
            <source>This is needed.</source>
            <translation>Das wird gebraucht.</translation>
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
            <source>For a new server that has no administrator yet; needs its setup token</source>
            <translation>Für einen neuen Server ohne Administrator; braucht sein Einrichtungstoken</translation>
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
        <name>TablePane</name>
        <message numerus="yes">
            <source>%n row(s) written to %1</source>
            <translation>
                <numerusform>%n Zeile nach %1 geschrieben</numerusform>
                <numerusform>%n Zeilen nach %1 geschrieben</numerusform>
            </translation>
        </message>
        <message>
            <source>The export was canceled; no file was written.</source>
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
        <name>UsageBar</name>
        <message>
            <source>%1 of %2 tokens used this month (%3)</source>
            <translation>%1 von %2 Token in diesem Monat verbraucht (%3)</translation>
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
            <source>In it as</source>
            <translation>Darin als</translation>
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
            <source>Edit role and tier…</source>
            <translation>Rolle und Stufe bearbeiten …</translation>
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
            <source>Canceled.</source>
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
    </context>
</TS>
