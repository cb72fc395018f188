<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>Access</name>
        <message>
            <source>The profile “%1” is read-only. Change that under File, Servers.</source>
            <translation>El perfil «%1» es de solo lectura. Se cambia en Archivo, Servidores.</translation>
        </message>
        <message>
            <source>Support staff can look at everything but change nothing. Ask an administrator.</source>
            <translation>El personal de soporte puede verlo todo, pero no cambiar nada. Pide ayuda a un administrador.</translation>
        </message>
        <message>
            <source>Only an administrator can change this.</source>
            <translation>Solo un administrador puede cambiar esto.</translation>
        </message>
        <message>
            <source>There is no connection to the server.</source>
            <translation>No hay conexión con el servidor.</translation>
        </message>
    </context>
    <context>
        <name>ApiCall</name>
        <message>
            <source>This server is set to read-only in this console.</source>
            <translation>Este servidor está en solo lectura en esta consola.</translation>
        </message>
        <message>
            <source>The file cannot be written: %1</source>
            <translation>No se puede escribir el archivo: %1</translation>
        </message>
        <message>
            <source>The server points to another address: %1. Enter that one in its profile.</source>
            <translation>El servidor remite a otra dirección: %1. Escríbela en su perfil.</translation>
        </message>
    </context>
    <context>
        <name>ApiClient</name>
        <message>
            <source>The server does not answer.</source>
            <translation>El servidor no responde.</translation>
        </message>
    </context>
    <context>
        <name>Application</name>
        <message>
            <source>There is nothing here for your role yet</source>
            <translation>Aquí aún no hay nada para tu rol</translation>
        </message>
        <message>
            <source>This console is for administrators and support staff. Ask an administrator for that role.</source>
            <translation>Esta consola es para administradores y personal de soporte. Pide ese rol a un administrador.</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Cerrar sesión</translation>
        </message>
        <message>
            <source>There is no saved server called “%1”.</source>
            <translation>No hay ningún servidor guardado llamado «%1».</translation>
        </message>
        <message>
            <source>The language changes when Voxdesk starts again.</source>
            <translation>El idioma cambiará cuando Voxdesk se inicie de nuevo.</translation>
        </message>
        <message numerus="yes">
            <source>Too many requests: waiting %n second(s) as the server asks, then attempt %1 of 3.</source>
            <translation>
                <numerusform>Demasiadas peticiones: espera de %n segundo que pide el servidor y luego intento %1 de 3.</numerusform>
                <numerusform>Demasiadas peticiones: espera de %n segundos que pide el servidor y luego intento %1 de 3.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n request(s) left until %1.</source>
            <translation>
                <numerusform>Queda %n petición hasta las %1.</numerusform>
                <numerusform>Quedan %n peticiones hasta las %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>Sign-in will not be remembered: %1</source>
            <translation>No se recordará el inicio de sesión: %1</translation>
        </message>
        <message>
            <source>The server program voxdeskd is not installed here.</source>
            <translation>El programa servidor voxdeskd no está instalado aquí.</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>Este equipo</translation>
        </message>
        <message>
            <source>The local server ended unexpectedly and is started again.</source>
            <translation>El servidor local terminó de forma inesperada y se está reiniciando.</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>Command palette</source>
            <translation>Paleta de comandos</translation>
        </message>
        <message>
            <source>Jump to a pane, an action or a row…</source>
            <translation>Ir a un panel, una acción o una fila…</translation>
        </message>
        <message>
            <source>What fits</source>
            <translation>Coincidencias</translation>
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
            <translation>Escribe «%1» para continuar</translation>
        </message>
        <message>
            <source>This server is marked as production.</source>
            <translation>Este servidor está marcado como de producción.</translation>
        </message>
    </context>
    <context>
        <name>CsvExporter</name>
        <message>
            <source>%1 cannot be written: %2</source>
            <translation>No se puede escribir %1: %2</translation>
        </message>
    </context>
    <context>
        <name>DayChart</name>
        <message>
            <source>%1: %2 in %3 days</source>
            <comment>title, sum, number of days</comment>
            <translation>%1: %2 en %3 días</translation>
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
            <translation>Detalles de la fila seleccionada</translation>
        </message>
        <message>
            <source>Previous row (Alt+Up)</source>
            <translation>Fila anterior (Alt+Arriba)</translation>
        </message>
        <message>
            <source>Next row (Alt+Down)</source>
            <translation>Fila siguiente (Alt+Abajo)</translation>
        </message>
        <message>
            <source>Copy the id</source>
            <translation>Copiar el id</translation>
        </message>
        <message>
            <source>Copy as cURL</source>
            <translation>Copiar como cURL</translation>
        </message>
        <message>
            <source>Close the details (Esc)</source>
            <translation>Cerrar los detalles (Esc)</translation>
        </message>
        <message>
            <source>The id is on the clipboard.</source>
            <translation>El id está en el portapapeles.</translation>
        </message>
        <message>
            <source>The cURL line is on the clipboard; the token is the variable $VOXDESK_TOKEN.</source>
            <translation>La línea cURL está en el portapapeles; el token es la variable $VOXDESK_TOKEN.</translation>
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
            <translation>%1 de %2</translation>
        </message>
    </context>
    <context>
        <name>EditLimitsDialog</name>
        <message>
            <source>Limits</source>
            <translation>Límites</translation>
        </message>
        <message>
            <source>Agents at most</source>
            <translation>Agentes como máximo</translation>
        </message>
        <message>
            <source>%1 in use. The tier's default is %2.</source>
            <translation>%1 en uso. Lo habitual del plan es %2.</translation>
        </message>
        <message>
            <source>Tokens a month</source>
            <translation>Tokens al mes</translation>
        </message>
        <message>
            <source>%1 used this month. The tier's default is %2.</source>
            <translation>%1 usados este mes. Lo habitual del plan es %2.</translation>
        </message>
        <message>
            <source>Requests an hour</source>
            <translation>Peticiones por hora</translation>
        </message>
        <message>
            <source>The tier's default is %1.</source>
            <translation>Lo habitual del plan es %1.</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notas</translation>
        </message>
        <message>
            <source>Why the limits differ from the tier's. Other administrators see this.</source>
            <translation>Por qué los límites difieren de los del plan. Lo ven otros administradores.</translation>
        </message>
    </context>
    <context>
        <name>EditUserDialog</name>
        <message>
            <source>Edit user</source>
            <translation>Editar usuario</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Last name</source>
            <translation>Apellidos</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rol</translation>
        </message>
        <message>
            <source>You cannot change your own role.</source>
            <translation>No puedes cambiar tu propio rol.</translation>
        </message>
        <message>
            <source>Support looks at everything and changes nothing; an administrator may do everything.</source>
            <translation>Soporte lo ve todo y no cambia nada; un administrador puede hacerlo todo.</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>Limits that were set for this user stay as they are.</source>
            <translation>Los límites fijados para este usuario no cambian.</translation>
        </message>
    </context>
    <context>
        <name>EditUserFormDialog</name>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
    </context>
    <context>
        <name>ErrorBanner</name>
        <message>
            <source>Copy request id</source>
            <translation>Copiar id de petición</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Reintentar</translation>
        </message>
        <message>
            <source>Copies the id under which the server's log knows this request</source>
            <translation>Copia el id con el que el registro del servidor conoce esta petición</translation>
        </message>
        <message>
            <source>Sends the request again</source>
            <translation>Envía la petición otra vez</translation>
        </message>
        <message>
            <source>Close this message</source>
            <translation>Cerrar este mensaje</translation>
        </message>
        <message>
            <source>%1 · request %2</source>
            <comment>error code, request id</comment>
            <translation>%1 · petición %2</translation>
        </message>
    </context>
    <context>
        <name>ExportBar</name>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Progress of the export</source>
            <translation>Progreso de la exportación</translation>
        </message>
        <message>
            <source>Stop the export; no file is left behind</source>
            <translation>Detener la exportación; no queda ningún archivo</translation>
        </message>
        <message>
            <source>Exporting: %1 rows</source>
            <translation>Exportando: %1 filas</translation>
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
            <translation>Cambiar este filtro</translation>
        </message>
        <message>
            <source>Remove the filter “%1”</source>
            <translation>Quitar el filtro «%1»</translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation>Quitar todos</translation>
        </message>
        <message>
            <source>Remove every filter</source>
            <translation>Quitar todos los filtros</translation>
        </message>
    </context>
    <context>
        <name>FirstRunPage</name>
        <message>
            <source>With demo data</source>
            <translation>Con datos de prueba</translation>
        </message>
        <message>
            <source>Try it on this computer</source>
            <translation>Probar en este equipo</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>Conectar</translation>
        </message>
        <message>
            <source>Welcome to Voxdesk</source>
            <translation>Te damos la bienvenida a Voxdesk</translation>
        </message>
        <message>
            <source>The console for a voice platform: its users, their limits and what they use.</source>
            <translation>La consola de una plataforma de voz: sus usuarios, sus límites y su consumo.</translation>
        </message>
        <message>
            <source>Starts a private server for you alone. Nothing leaves this computer and nothing needs to be set up.</source>
            <translation>Inicia un servidor privado solo para ti. Nada sale de este equipo y no hay que configurar nada.</translation>
        </message>
        <message>
            <source>Connect to a server</source>
            <translation>Conectar con un servidor</translation>
        </message>
        <message>
            <source>Use a Voxdesk server that runs elsewhere, with the account you have there.</source>
            <translation>Usa un servidor Voxdesk que funciona en otro lugar, con tu cuenta de allí.</translation>
        </message>
        <message>
            <source>Fills the new server with invented users, so that there is something to look at</source>
            <translation>Llena el servidor nuevo con usuarios inventados para que haya algo que ver</translation>
        </message>
        <message>
            <source>Starting the local server</source>
            <translation>Iniciando el servidor local</translation>
        </message>
        <message>
            <source>Address of the server</source>
            <translation>Dirección del servidor</translation>
        </message>
        <message>
            <source>Name, if you like</source>
            <translation>Nombre, si quieres</translation>
        </message>
        <message>
            <source>Name of the server in this console</source>
            <translation>Nombre del servidor en esta consola</translation>
        </message>
        <message>
            <source>Connect and sign in</source>
            <translation>Conectar e iniciar sesión</translation>
        </message>
        <message>
            <source>This is not the address of a server, such as https://voice.example.com.</source>
            <translation>Esto no es la dirección de un servidor, como https://voice.example.com.</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Iniciar</translation>
        </message>
    </context>
    <context>
        <name>FormDialog</name>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Close without saving (Esc)</source>
            <translation>Cerrar sin guardar (Esc)</translation>
        </message>
        <message>
            <source>Somebody else changed this while you were editing. Which version stays?</source>
            <translation>Otra persona cambió esto mientras editabas. ¿Qué versión se queda?</translation>
        </message>
        <message>
            <source>On the server now</source>
            <translation>Ahora en el servidor</translation>
        </message>
        <message>
            <source>Yours</source>
            <translation>La tuya</translation>
        </message>
        <message>
            <source>Take the server's</source>
            <translation>La del servidor</translation>
        </message>
        <message>
            <source>Fills the form with what is on the server now</source>
            <translation>Rellena el formulario con lo que hay ahora en el servidor</translation>
        </message>
        <message>
            <source>Save mine</source>
            <translation>Guardar la mía</translation>
        </message>
        <message>
            <source>Saves your values over the others</source>
            <translation>Guarda tus valores sobre los otros</translation>
        </message>
    </context>
    <context>
        <name>GatePage</name>
        <message>
            <source>Show the password</source>
            <translation>Mostrar la contraseña</translation>
        </message>
    </context>
    <context>
        <name>KeychainSecretStore</name>
        <message>
            <source>the keychain is locked or refuses access.</source>
            <translation>el llavero está bloqueado o niega el acceso.</translation>
        </message>
        <message>
            <source>no keychain can be used (%1)</source>
            <translation>no se puede usar ningún llavero (%1)</translation>
        </message>
        <message>
            <source>The keychain cannot be used: %1</source>
            <translation>No se puede usar el llavero: %1</translation>
        </message>
    </context>
    <context>
        <name>LocalServer</name>
        <message>
            <source>The server voxdeskd is not installed beside this program.</source>
            <translation>El servidor voxdeskd no está instalado junto a este programa.</translation>
        </message>
        <message>
            <source>The folder %1 cannot be made.</source>
            <translation>No se puede crear la carpeta %1.</translation>
        </message>
        <message>
            <source>Starting the local server…</source>
            <translation>Iniciando el servidor local…</translation>
        </message>
        <message>
            <source>Another Voxdesk window already runs the local server.</source>
            <translation>Otra ventana de Voxdesk ya ejecuta el servidor local.</translation>
        </message>
        <message>
            <source>The folder %1 cannot be written.</source>
            <translation>No se puede escribir en la carpeta %1.</translation>
        </message>
        <message>
            <source>%1 cannot be started: %2</source>
            <translation>No se puede iniciar %1: %2</translation>
        </message>
        <message>
            <source>The local server has ended.</source>
            <translation>El servidor local ha terminado.</translation>
        </message>
        <message numerus="yes">
            <source>Preparing demo data for %n user(s)…</source>
            <translation>
                <numerusform>Preparando datos de prueba para %n usuario…</numerusform>
                <numerusform>Preparando datos de prueba para %n usuarios…</numerusform>
            </translation>
        </message>
        <message>
            <source>The demo data could not be made: %1</source>
            <translation>No se pudieron crear los datos de prueba: %1</translation>
        </message>
        <message>
            <source>The local server did not start in time.</source>
            <translation>El servidor local no arrancó a tiempo.</translation>
        </message>
        <message>
            <source>The local server runs.</source>
            <translation>El servidor local está en marcha.</translation>
        </message>
        <message>
            <source>it ended without a word.</source>
            <translation>terminó sin dar explicación.</translation>
        </message>
        <message>
            <source>The local server could not start: %1</source>
            <translation>El servidor local no pudo arrancar: %1</translation>
        </message>
        <message>
            <source>The local server keeps crashing: %1</source>
            <translation>El servidor local falla una y otra vez: %1</translation>
        </message>
        <message>
            <source>Starting the local server again…</source>
            <translation>Reiniciando el servidor local…</translation>
        </message>
        <message>
            <source>The local server has crashed and will start again.</source>
            <translation>El servidor local ha fallado y se reiniciará.</translation>
        </message>
        <message>
            <source>Ending the local server…</source>
            <translation>Cerrando el servidor local…</translation>
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
            <translation>Abrir %1</translation>
        </message>
        <message>
            <source>Switch to %1</source>
            <translation>Cambiar a %1</translation>
        </message>
        <message>
            <source>Servers…</source>
            <translation>Servidores…</translation>
        </message>
        <message>
            <source>%1 – Voxdesk</source>
            <comment>server – program</comment>
            <translation>%1 – Voxdesk</translation>
        </message>
        <message>
            <source>No connection. What you see is what was read last; it reconnects by itself. %1</source>
            <translation>Sin conexión. Ves lo último que se leyó; se reconecta sola. %1</translation>
        </message>
        <message>
            <source>Try now</source>
            <translation>Intentar ahora</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Archivo</translation>
        </message>
        <message>
            <source>Switch server</source>
            <translation>Cambiar de servidor</translation>
        </message>
        <message>
            <source>Add, change and order servers</source>
            <translation>Añadir, cambiar y ordenar servidores</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>Cerrar sesión</translation>
        </message>
        <message>
            <source>End this session</source>
            <translation>Terminar esta sesión</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Salir</translation>
        </message>
        <message>
            <source>Close Voxdesk</source>
            <translation>Cerrar Voxdesk</translation>
        </message>
        <message>
            <source>&amp;Actions</source>
            <translation>A&amp;cciones</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>A&amp;yuda</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Atajos de teclado</translation>
        </message>
        <message>
            <source>Every action with its shortcut</source>
            <translation>Cada acción con su atajo</translation>
        </message>
        <message>
            <source>About Voxdesk</source>
            <translation>Acerca de Voxdesk</translation>
        </message>
        <message>
            <source>Version and licences</source>
            <translation>Versión y licencias</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ver</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Actualizar</translation>
        </message>
        <message>
            <source>Read what is shown again</source>
            <translation>Leer de nuevo lo que se muestra</translation>
        </message>
        <message>
            <source>Times in UTC</source>
            <translation>Horas en UTC</translation>
        </message>
        <message>
            <source>Show times in UTC instead of local time</source>
            <translation>Mostrar las horas en UTC en lugar de la hora local</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>System</source>
            <comment>theme</comment>
            <translation>Sistema</translation>
        </message>
        <message>
            <source>Light</source>
            <comment>theme</comment>
            <translation>Claro</translation>
        </message>
        <message>
            <source>Dark</source>
            <comment>theme</comment>
            <translation>Oscuro</translation>
        </message>
        <message>
            <source>Switch light and dark</source>
            <translation>Alternar claro y oscuro</translation>
        </message>
        <message>
            <source>Change between the light and the dark theme</source>
            <translation>Cambiar entre el tema claro y el oscuro</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
        <message>
            <source>&amp;Go</source>
            <translation>&amp;Ir</translation>
        </message>
        <message>
            <source>Command palette…</source>
            <translation>Paleta de comandos…</translation>
        </message>
        <message>
            <source>Panes, actions and rows by a few letters</source>
            <translation>Paneles, acciones y filas con unas pocas letras</translation>
        </message>
        <message>
            <source>Search this pane</source>
            <translation>Buscar en este panel</translation>
        </message>
        <message>
            <source>Puts the cursor into the search</source>
            <translation>Lleva el cursor a la búsqueda</translation>
        </message>
        <message>
            <source>Previous row</source>
            <translation>Fila anterior</translation>
        </message>
        <message>
            <source>Select the row above</source>
            <translation>Seleccionar la fila de arriba</translation>
        </message>
        <message>
            <source>Next row</source>
            <translation>Fila siguiente</translation>
        </message>
        <message>
            <source>Select the row below</source>
            <translation>Seleccionar la fila de abajo</translation>
        </message>
        <message>
            <source>Close details, deselect</source>
            <translation>Cerrar detalles y deseleccionar</translation>
        </message>
        <message>
            <source>Closes the palette, the message or the details</source>
            <translation>Cierra la paleta, el mensaje o los detalles</translation>
        </message>
        <message>
            <source>This pane has no actions</source>
            <translation>Este panel no tiene acciones</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Como el sistema</translation>
        </message>
        <message>
            <source>Pane</source>
            <translation>Panel</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Acción</translation>
        </message>
        <message>
            <source>Search %1 for “%2”</source>
            <translation>Buscar «%2» en %1</translation>
        </message>
        <message>
            <source>on the server</source>
            <translation>en el servidor</translation>
        </message>
        <message>
            <source>Voxdesk %1</source>
            <translation>Voxdesk %1</translation>
        </message>
        <message>
            <source>The console of a voice platform. Free software under the GNU General Public License, version 3 or later.</source>
            <translation>La consola de una plataforma de voz. Software libre bajo la GNU General Public License, versión 3 o posterior.</translation>
        </message>
        <message>
            <source>Icons</source>
            <translation>Iconos</translation>
        </message>
        <message>
            <source>Lucide, ISC licence</source>
            <translation>Lucide, licencia ISC</translation>
        </message>
        <message>
            <source>Built with</source>
            <translation>Hecho con</translation>
        </message>
        <message>
            <source>Connected to %1</source>
            <translation>Conectado con %1</translation>
        </message>
    </context>
    <context>
        <name>ManageProfilesDialog</name>
        <message>
            <source>Servers</source>
            <translation>Servidores</translation>
        </message>
        <message>
            <source>Sign-ins are kept in the keychain, never here.</source>
            <translation>Los inicios de sesión se guardan en el llavero, nunca aquí.</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Production: red frame, typed confirmation</source>
            <translation>Producción: marco rojo y confirmación escrita</translation>
        </message>
        <message>
            <source>Read-only: this console changes nothing there</source>
            <translation>Solo lectura: esta consola no cambia nada allí</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ninguno</translation>
        </message>
        <message>
            <source>Indigo</source>
            <translation>Índigo</translation>
        </message>
        <message>
            <source>Teal</source>
            <translation>Turquesa</translation>
        </message>
        <message>
            <source>Amber</source>
            <translation>Ámbar</translation>
        </message>
        <message>
            <source>Pink</source>
            <translation>Rosa</translation>
        </message>
        <message>
            <source>Blue</source>
            <translation>Azul</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>Verde</translation>
        </message>
        <message>
            <source>Add a server</source>
            <translation>Añadir un servidor</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Subir</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Bajar</translation>
        </message>
        <message>
            <source>Remove this server from the list</source>
            <translation>Quitar este servidor de la lista</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Dirección</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>Carpeta</translation>
        </message>
        <message>
            <source>Groups servers in the menu.</source>
            <translation>Agrupa los servidores en el menú.</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Color</translation>
        </message>
        <message>
            <source>started by this console</source>
            <translation>iniciado por esta consola</translation>
        </message>
        <message>
            <source>New server</source>
            <translation>Servidor nuevo</translation>
        </message>
        <message>
            <source>Remove “%1” from the list?</source>
            <translation>¿Quitar «%1» de la lista?</translation>
        </message>
        <message>
            <source>The server itself is not touched. Its saved sign-in is forgotten.</source>
            <translation>El servidor no se toca. Se olvida su inicio de sesión guardado.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
    </context>
    <context>
        <name>MemorySecretStore</name>
        <message>
            <source>this run keeps it in memory only.</source>
            <translation>solo se guarda en memoria durante esta ejecución.</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>Panes</source>
            <translation>Paneles</translation>
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
            <translation>La consola de escritorio de Voxdesk.</translation>
        </message>
        <message>
            <source>Connect to the server at &lt;url&gt; for this run.</source>
            <translation>Conectar con el servidor en &lt;url&gt; durante esta ejecución.</translation>
        </message>
        <message>
            <source>Open the saved server called &lt;name&gt;.</source>
            <translation>Abrir el servidor guardado llamado &lt;name&gt;.</translation>
        </message>
        <message>
            <source>Draw every pane in both themes with demo data into &lt;folder&gt; and end.</source>
            <translation>Dibujar cada panel en ambos temas con datos de prueba en &lt;folder&gt; y terminar.</translation>
        </message>
        <message>
            <source>Check that everything the console needs is there, say so and end.</source>
            <translation>Comprobar que está todo lo que la consola necesita, decirlo y terminar.</translation>
        </message>
        <message>
            <source>Start beside a console that runs already.</source>
            <translation>Iniciar junto a una consola que ya está en marcha.</translation>
        </message>
        <message>
            <source>--screenshots needs a folder.</source>
            <translation>--screenshots necesita una carpeta.</translation>
        </message>
        <message>
            <source>“%1” is not the address of a server.</source>
            <translation>«%1» no es la dirección de un servidor.</translation>
        </message>
        <message>
            <source>Unknown argument: %1</source>
            <translation>Argumento desconocido: %1</translation>
        </message>
    </context>
    <context>
        <name>OrganizationsPane</name>
        <message>
            <source>Tier</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>Propietario</translation>
        </message>
        <message>
            <source>Members</source>
            <translation>Miembros</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>Creado</translation>
        </message>
        <message>
            <source>Id</source>
            <translation>Id</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>Organización</translation>
        </message>
        <message>
            <source>Organisations</source>
            <translation>Organizaciones</translation>
        </message>
        <message>
            <source>Name or owner</source>
            <translation>Nombre o propietario</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message numerus="yes">
            <source>%Ln organisation(s)</source>
            <translation>
                <numerusform>%Ln organización</numerusform>
                <numerusform>%Ln organizaciones</numerusform>
            </translation>
        </message>
        <message>
            <source>No organisations yet</source>
            <translation>Aún no hay organizaciones</translation>
        </message>
        <message>
            <source>Registering makes one: every user belongs to an organisation.</source>
            <translation>Al registrarse se crea una: cada usuario pertenece a una organización.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Show its users</source>
            <translation>Mostrar sus usuarios</translation>
        </message>
        <message>
            <source>Opens the users of this organisation (Return)</source>
            <translation>Abre los usuarios de esta organización (Intro)</translation>
        </message>
    </context>
    <context>
        <name>OverviewPane</name>
        <message>
            <source>Overview</source>
            <translation>Resumen</translation>
        </message>
        <message>
            <source>Sign-ups per day</source>
            <translation>Registros por día</translation>
        </message>
        <message>
            <source>Users</source>
            <translation>Usuarios</translation>
        </message>
        <message>
            <source>Open all users</source>
            <translation>Abrir todos los usuarios</translation>
        </message>
        <message>
            <source>Active users</source>
            <translation>Usuarios activos</translation>
        </message>
        <message>
            <source>Open the active users</source>
            <translation>Abrir los usuarios activos</translation>
        </message>
        <message>
            <source>Organisations</source>
            <translation>Organizaciones</translation>
        </message>
        <message>
            <source>Open all organisations</source>
            <translation>Abrir todas las organizaciones</translation>
        </message>
        <message>
            <source>Open sessions</source>
            <translation>Sesiones abiertas</translation>
        </message>
        <message>
            <source>Calls today</source>
            <translation>Llamadas hoy</translation>
        </message>
        <message>
            <source>Tokens today</source>
            <translation>Tokens hoy</translation>
        </message>
        <message>
            <source>Cost today</source>
            <translation>Coste hoy</translation>
        </message>
        <message>
            <source>Errors today</source>
            <translation>Errores hoy</translation>
        </message>
        <message>
            <source>Agents</source>
            <translation>Agentes</translation>
        </message>
        <message>
            <source>Quota at risk</source>
            <translation>Cuota en riesgo</translation>
        </message>
        <message>
            <source>Firing alerts</source>
            <translation>Alertas activas</translation>
        </message>
        <message>
            <source>Health score</source>
            <translation>Salud</translation>
        </message>
        <message>
            <source>No figures yet</source>
            <translation>Aún no hay cifras</translation>
        </message>
        <message>
            <source>The server does not tell sign-ups per day.</source>
            <translation>El servidor no informa de los registros por día.</translation>
        </message>
        <message>
            <source>Users per tier</source>
            <translation>Usuarios por plan</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Servidor</translation>
        </message>
        <message>
            <source>not reported</source>
            <translation>sin datos</translation>
        </message>
        <message>
            <source>%1 of all</source>
            <translation>%1 del total</translation>
        </message>
        <message>
            <source>since 00:00 UTC</source>
            <translation>desde las 00:00 UTC</translation>
        </message>
        <message>
            <source>answers 5xx</source>
            <translation>respuestas 5xx</translation>
        </message>
        <message>
            <source>at 80 % or more</source>
            <translation>al 80 % o más</translation>
        </message>
        <message>
            <source>needs a look</source>
            <translation>requiere atención</translation>
        </message>
        <message>
            <source>all quiet</source>
            <translation>todo en calma</translation>
        </message>
        <message>
            <source>out of 100</source>
            <translation>sobre 100</translation>
        </message>
        <message>
            <source>Open the users of this tier</source>
            <translation>Abrir los usuarios de este plan</translation>
        </message>
        <message>
            <source>Healthy</source>
            <translation>Correcto</translation>
        </message>
        <message>
            <source>Degraded</source>
            <translation>Degradado</translation>
        </message>
        <message>
            <source>Unhealthy</source>
            <translation>Con fallos</translation>
        </message>
        <message>
            <source>Not configured</source>
            <translation>Sin configurar</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Memoria</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>Procesador</translation>
        </message>
        <message>
            <source>Running for</source>
            <translation>En marcha desde hace</translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n día</numerusform>
                <numerusform>%n días</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n hora</numerusform>
                <numerusform>%n horas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minuto</numerusform>
                <numerusform>%n minutos</numerusform>
            </translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>Base de datos</translation>
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
            <translation>Resumen</translation>
        </message>
        <message>
            <source>Tenants</source>
            <translation>Clientes</translation>
        </message>
    </context>
    <context>
        <name>RowTable</name>
        <message>
            <source>Column headers</source>
            <translation>Cabeceras de columna</translation>
        </message>
    </context>
    <context>
        <name>RunBulkDialog</name>
        <message>
            <source>Stop</source>
            <translation>Detener</translation>
        </message>
        <message>
            <source>Result of each row</source>
            <translation>Resultado de cada fila</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>Fila</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Resultado</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>En espera</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Progreso</translation>
        </message>
        <message>
            <source>Stop after the row under way</source>
            <translation>Detener tras la fila en curso</translation>
        </message>
        <message>
            <source>%1 done, %2 failed</source>
            <translation>%1 hechas, %2 fallidas</translation>
        </message>
        <message>
            <source>Not done</source>
            <translation>No hecha</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Close this window</source>
            <translation>Cerrar esta ventana</translation>
        </message>
        <message>
            <source>Under way…</source>
            <translation>En curso…</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Hecho</translation>
        </message>
    </context>
    <context>
        <name>Session</name>
        <message>
            <source>Your session has run out. Sign in again.</source>
            <translation>La sesión ha caducado. Inicia sesión de nuevo.</translation>
        </message>
        <message>
            <source>This account has been disabled.</source>
            <translation>Esta cuenta se ha desactivado.</translation>
        </message>
        <message>
            <source>Your session was ended on the server. Sign in again.</source>
            <translation>La sesión se cerró en el servidor. Inicia sesión de nuevo.</translation>
        </message>
        <message>
            <source>Voxdesk on %1</source>
            <translation>Voxdesk en %1</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>Another server has this name.</source>
            <translation>Otro servidor tiene este nombre.</translation>
        </message>
        <message>
            <source>Settings cannot be saved: %1 cannot be written.</source>
            <translation>No se pueden guardar los ajustes: no se puede escribir %1.</translation>
        </message>
        <message>
            <source>Settings cannot be read: %1 is damaged.</source>
            <translation>No se pueden leer los ajustes: %1 está dañado.</translation>
        </message>
    </context>
    <context>
        <name>SetupPage</name>
        <message>
            <source>First administrator</source>
            <translation>Primer administrador</translation>
        </message>
        <message>
            <source>This server has no administrator yet. The setup token proves that you run it; it works once.</source>
            <translation>Este servidor aún no tiene administrador. El token de instalación demuestra que es tuyo; sirve una vez.</translation>
        </message>
        <message>
            <source>Setup token</source>
            <translation>Token de instalación</translation>
        </message>
        <message>
            <source>The server prints it when it starts without an administrator.</source>
            <translation>El servidor lo muestra al iniciarse sin administrador.</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>Correo</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Contraseña</translation>
        </message>
        <message>
            <source>At least 8 characters.</source>
            <translation>Al menos 8 caracteres.</translation>
        </message>
        <message>
            <source>Password again</source>
            <translation>Contraseña otra vez</translation>
        </message>
        <message>
            <source>Create administrator</source>
            <translation>Crear administrador</translation>
        </message>
        <message>
            <source>Back to sign-in</source>
            <translation>Volver al inicio de sesión</translation>
        </message>
        <message>
            <source>Sign in with an existing account</source>
            <translation>Iniciar sesión con una cuenta existente</translation>
        </message>
        <message>
            <source>Creating…</source>
            <translation>Creando…</translation>
        </message>
        <message>
            <source>This is needed.</source>
            <translation>Esto es necesario.</translation>
        </message>
        <message>
            <source>This is not an e-mail address.</source>
            <translation>Esto no es una dirección de correo.</translation>
        </message>
        <message>
            <source>Use at least 8 characters.</source>
            <translation>Usa al menos 8 caracteres.</translation>
        </message>
        <message>
            <source>The two passwords differ.</source>
            <translation>Las dos contraseñas son distintas.</translation>
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
            <translation>Cerrar sesión en todas partes…</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Sesiones</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>Dispositivo</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Dirección</translation>
        </message>
        <message>
            <source>Signed in</source>
            <translation>Inicio</translation>
        </message>
        <message>
            <source>Last used</source>
            <translation>Último uso</translation>
        </message>
        <message>
            <source>Ends every session of this user at once</source>
            <translation>Termina al momento todas las sesiones de este usuario</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Close this window (Esc)</source>
            <translation>Cerrar esta ventana (Esc)</translation>
        </message>
        <message>
            <source>Sign out everywhere?</source>
            <translation>¿Cerrar sesión en todas partes?</translation>
        </message>
        <message>
            <source>%1 is signed out on every device and has to sign in again.</source>
            <translation>Se cierra la sesión de %1 en todos los dispositivos y tendrá que volver a iniciarla.</translation>
        </message>
        <message>
            <source>Sign out everywhere</source>
            <translation>Cerrar sesión en todas partes</translation>
        </message>
        <message>
            <source>Loading…</source>
            <translation>Cargando…</translation>
        </message>
        <message>
            <source>Nothing could be loaded</source>
            <translation>No se pudo cargar nada</translation>
        </message>
        <message>
            <source>The reason is shown above.</source>
            <translation>El motivo se muestra arriba.</translation>
        </message>
        <message>
            <source>Not signed in anywhere</source>
            <translation>Sin sesiones abiertas</translation>
        </message>
        <message>
            <source>This user has no open session.</source>
            <translation>Este usuario no tiene ninguna sesión abierta.</translation>
        </message>
        <message>
            <source>Unknown device</source>
            <translation>Dispositivo desconocido</translation>
        </message>
        <message>
            <source>%1 (this session)</source>
            <translation>%1 (esta sesión)</translation>
        </message>
    </context>
    <context>
        <name>ShowTextDialog</name>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Close this window (Esc)</source>
            <translation>Cerrar esta ventana (Esc)</translation>
        </message>
    </context>
    <context>
        <name>SignInPage</name>
        <message>
            <source>Sign in</source>
            <translation>Iniciar sesión</translation>
        </message>
        <message>
            <source>Stay signed in on this computer</source>
            <translation>Mantener la sesión en este equipo</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>Correo</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Contraseña</translation>
        </message>
        <message>
            <source>Keeps the sign-in in the keychain of this computer, nowhere else</source>
            <translation>Guarda el inicio de sesión en el llavero de este equipo y en ningún otro lugar</translation>
        </message>
        <message>
            <source>Set up the first administrator…</source>
            <translation>Configurar el primer administrador…</translation>
        </message>
        <message>
            <source>For a new server that has no administrator yet; needs its setup token</source>
            <translation>Para un servidor nuevo sin administrador; necesita su token de instalación</translation>
        </message>
        <message>
            <source>Other server…</source>
            <translation>Otro servidor…</translation>
        </message>
        <message>
            <source>Choose, add or change servers</source>
            <translation>Elegir, añadir o cambiar servidores</translation>
        </message>
        <message>
            <source>this computer</source>
            <translation>este equipo</translation>
        </message>
        <message>
            <source>%1 · %2 · not encrypted</source>
            <comment>profile, host</comment>
            <translation>%1 · %2 · sin cifrar</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>profile, host</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Signing in…</source>
            <translation>Iniciando sesión…</translation>
        </message>
        <message>
            <source>The server does not answer. %1</source>
            <translation>El servidor no responde. %1</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Reintentar</translation>
        </message>
        <message>
            <source>Sign-in will not be remembered: %1</source>
            <translation>No se recordará el inicio de sesión: %1</translation>
        </message>
        <message numerus="yes">
            <source>Locked for %n minute(s)</source>
            <translation>
                <numerusform>Bloqueado %n minuto</numerusform>
                <numerusform>Bloqueado %n minutos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Locked for %n second(s)</source>
            <translation>
                <numerusform>Bloqueado %n segundo</numerusform>
                <numerusform>Bloqueado %n segundos</numerusform>
            </translation>
        </message>
        <message>
            <source>Sign in (Return)</source>
            <translation>Iniciar sesión (Intro)</translation>
        </message>
        <message>
            <source>Fill in the e-mail address and the password first.</source>
            <translation>Escribe primero el correo y la contraseña.</translation>
        </message>
    </context>
    <context>
        <name>Skeleton</name>
        <message>
            <source>Loading…</source>
            <translation>Cargando…</translation>
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
                <numerusform>%n fila escrita en %1</numerusform>
                <numerusform>%n filas escritas en %1</numerusform>
            </translation>
        </message>
        <message>
            <source>The export was canceled; no file was written.</source>
            <translation>Se canceló la exportación; no se escribió ningún archivo.</translation>
        </message>
        <message>
            <source>Clear selection</source>
            <translation>Quitar selección</translation>
        </message>
        <message>
            <source>Deselect all rows (Esc)</source>
            <translation>Deseleccionar todas las filas (Esc)</translation>
        </message>
        <message>
            <source>Export as CSV…</source>
            <translation>Exportar como CSV…</translation>
        </message>
        <message>
            <source>Export what the filters match as CSV</source>
            <translation>Exportar como CSV lo que cumplen los filtros</translation>
        </message>
        <message>
            <source>Save this view…</source>
            <translation>Guardar esta vista…</translation>
        </message>
        <message>
            <source>Back to the standard view</source>
            <translation>Volver a la vista estándar</translation>
        </message>
        <message>
            <source>Remove a view</source>
            <translation>Quitar una vista</translation>
        </message>
        <message>
            <source>Save this view</source>
            <translation>Guardar esta vista</translation>
        </message>
        <message>
            <source>Name of the view</source>
            <translation>Nombre de la vista</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Standard columns</source>
            <translation>Columnas estándar</translation>
        </message>
        <message>
            <source>Export as CSV</source>
            <translation>Exportar como CSV</translation>
        </message>
        <message>
            <source>CSV files (*.csv)</source>
            <translation>Archivos CSV (*.csv)</translation>
        </message>
        <message>
            <source>Select a row first.</source>
            <translation>Selecciona primero una fila.</translation>
        </message>
        <message>
            <source>Select a single row.</source>
            <translation>Selecciona una sola fila.</translation>
        </message>
        <message numerus="yes">
            <source>%n selected</source>
            <comment>rows</comment>
            <translation>
                <numerusform>%n seleccionada</numerusform>
                <numerusform>%n seleccionadas</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 loaded, more below</source>
            <translation>%1 cargados, más abajo</translation>
        </message>
        <message>
            <source>Nothing could be loaded</source>
            <translation>No se pudo cargar nada</translation>
        </message>
        <message>
            <source>The reason is shown above.</source>
            <translation>El motivo se muestra arriba.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Reintentar</translation>
        </message>
        <message>
            <source>Nothing matches</source>
            <translation>Sin coincidencias</translation>
        </message>
        <message>
            <source>No row matches the search and the filters.</source>
            <translation>Ninguna fila cumple la búsqueda y los filtros.</translation>
        </message>
        <message>
            <source>Clear search and filters</source>
            <translation>Borrar búsqueda y filtros</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Actualizar</translation>
        </message>
    </context>
    <context>
        <name>TableToolbar</name>
        <message>
            <source>Search</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>Search on the server (Ctrl+F)</source>
            <translation>Buscar en el servidor (Ctrl+F)</translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>Filtro</translation>
        </message>
        <message>
            <source>Add a filter</source>
            <translation>Añadir un filtro</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>Vistas</translation>
        </message>
        <message>
            <source>Saved views</source>
            <translation>Vistas guardadas</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Columnas</translation>
        </message>
        <message>
            <source>Choose columns</source>
            <translation>Elegir columnas</translation>
        </message>
        <message>
            <source>Compact rows</source>
            <translation>Filas compactas</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportar</translation>
        </message>
        <message>
            <source>Export what the filters match as CSV (Ctrl+E)</source>
            <translation>Exportar como CSV lo que cumplen los filtros (Ctrl+E)</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Close this message</source>
            <translation>Cerrar este mensaje</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Switch to another server</source>
            <translation>Cambiar a otro servidor</translation>
        </message>
        <message>
            <source>Search or jump to…</source>
            <translation>Buscar o ir a…</translation>
        </message>
        <message>
            <source>Refresh (F5)</source>
            <translation>Actualizar (F5)</translation>
        </message>
        <message>
            <source>Light, dark or system theme</source>
            <translation>Tema claro, oscuro o del sistema</translation>
        </message>
        <message>
            <source>Your account</source>
            <translation>Tu cuenta</translation>
        </message>
        <message>
            <source>Panes, actions and rows (Ctrl+K)</source>
            <translation>Paneles, acciones y filas (Ctrl+K)</translation>
        </message>
        <message>
            <source>Server %1; switch to another one</source>
            <translation>Servidor %1; cambiar a otro</translation>
        </message>
        <message>
            <source>Production</source>
            <translation>Producción</translation>
        </message>
        <message>
            <source>Read-only</source>
            <translation>Solo lectura</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>e-mail, role</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Your account: %1</source>
            <translation>Tu cuenta: %1</translation>
        </message>
        <message>
            <source>As of %1</source>
            <translation>A las %1</translation>
        </message>
        <message>
            <source>When the data shown was read from the server</source>
            <translation>Cuándo se leyeron del servidor los datos mostrados</translation>
        </message>
        <message>
            <source>Times are in UTC; switch to local time</source>
            <translation>Horas en UTC; cambiar a hora local</translation>
        </message>
        <message>
            <source>Times are local; switch to UTC</source>
            <translation>Horas locales; cambiar a UTC</translation>
        </message>
    </context>
    <context>
        <name>UsageBar</name>
        <message>
            <source>%1 of %2 tokens used this month (%3)</source>
            <translation>%1 de %2 tokens usados este mes (%3)</translation>
        </message>
    </context>
    <context>
        <name>UsersPane</name>
        <message>
            <source>This month</source>
            <translation>Este mes</translation>
        </message>
        <message>
            <source>Tokens</source>
            <translation>Tokens</translation>
        </message>
        <message>
            <source>Calls</source>
            <translation>Llamadas</translation>
        </message>
        <message>
            <source>Limits</source>
            <translation>Límites</translation>
        </message>
        <message>
            <source>Agents</source>
            <translation>Agentes</translation>
        </message>
        <message>
            <source>Requests an hour</source>
            <translation>Peticiones por hora</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notas</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Cuenta</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Rol</translation>
        </message>
        <message>
            <source>Tier</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>Organización</translation>
        </message>
        <message>
            <source>In it as</source>
            <translation>En ella como</translation>
        </message>
        <message>
            <source>E-mail verified</source>
            <translation>Correo verificado</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Teléfono</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zona horaria</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Historial</translation>
        </message>
        <message>
            <source>Last sign-in</source>
            <translation>Último acceso</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Modificado</translation>
        </message>
        <message>
            <source>Created</source>
            <translation>Creado</translation>
        </message>
        <message>
            <source>Id</source>
            <translation>Id</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Usuario</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>Correo</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Tokens used</source>
            <translation>Tokens usados</translation>
        </message>
        <message>
            <source>Tokens of this month against the quota; the mark stands at 80 %</source>
            <translation>Tokens de este mes frente a la cuota; la marca está en el 80 %</translation>
        </message>
        <message>
            <source>Calls of this month</source>
            <translation>Llamadas de este mes</translation>
        </message>
        <message>
            <source>Agents at most</source>
            <translation>Agentes como máximo</translation>
        </message>
        <message>
            <source>Tokens a month</source>
            <translation>Tokens al mes</translation>
        </message>
        <message>
            <source>The quota</source>
            <translation>La cuota</translation>
        </message>
        <message>
            <source>Limit notes</source>
            <translation>Notas de límites</translation>
        </message>
        <message>
            <source>Users</source>
            <translation>Usuarios</translation>
        </message>
        <message>
            <source>E-mail, name or organisation</source>
            <translation>Correo, nombre u organización</translation>
        </message>
        <message numerus="yes">
            <source>%Ln user(s)</source>
            <translation>
                <numerusform>%Ln usuario</numerusform>
                <numerusform>%Ln usuarios</numerusform>
            </translation>
        </message>
        <message>
            <source>No users yet</source>
            <translation>Aún no hay usuarios</translation>
        </message>
        <message>
            <source>Users appear here as soon as they register or an administrator adds them on the server.</source>
            <translation>Los usuarios aparecen aquí en cuanto se registran o un administrador los añade en el servidor.</translation>
        </message>
        <message>
            <source>You cannot do this to your own account.</source>
            <translation>No puedes hacer esto con tu propia cuenta.</translation>
        </message>
        <message>
            <source>Inactive already.</source>
            <translation>Ya está inactivo.</translation>
        </message>
        <message>
            <source>Edit limits…</source>
            <translation>Editar límites…</translation>
        </message>
        <message>
            <source>Change what this user may consume (F2)</source>
            <translation>Cambiar lo que puede consumir este usuario (F2)</translation>
        </message>
        <message>
            <source>Edit role and tier…</source>
            <translation>Editar rol y plan…</translation>
        </message>
        <message>
            <source>Change name, role and tier (Shift+F2)</source>
            <translation>Cambiar nombre, rol y plan (Mayús+F2)</translation>
        </message>
        <message>
            <source>Sessions…</source>
            <translation>Sesiones…</translation>
        </message>
        <message>
            <source>Where this user is signed in (Ctrl+Shift+S)</source>
            <translation>Dónde tiene sesión este usuario (Ctrl+Mayús+S)</translation>
        </message>
        <message>
            <source>Activate</source>
            <translation>Activar</translation>
        </message>
        <message>
            <source>Let these users sign in again (Ctrl+Shift+A)</source>
            <translation>Permitir que estos usuarios entren de nuevo (Ctrl+Mayús+A)</translation>
        </message>
        <message>
            <source>Active already.</source>
            <translation>Ya está activo.</translation>
        </message>
        <message>
            <source>Deactivate</source>
            <translation>Desactivar</translation>
        </message>
        <message>
            <source>Sign these users out and keep them out (Ctrl+Shift+D)</source>
            <translation>Cerrar la sesión de estos usuarios e impedir que entren (Ctrl+Mayús+D)</translation>
        </message>
        <message>
            <source>Delete…</source>
            <translation>Eliminar…</translation>
        </message>
        <message>
            <source>Delete this user for good (Del)</source>
            <translation>Eliminar este usuario para siempre (Supr)</translation>
        </message>
        <message>
            <source>Limits of %1 saved.</source>
            <translation>Límites de %1 guardados.</translation>
        </message>
        <message>
            <source>%1 saved.</source>
            <translation>%1 guardado.</translation>
        </message>
        <message>
            <source>Deactivate %1?</source>
            <translation>¿Desactivar %1?</translation>
        </message>
        <message numerus="yes">
            <source>Deactivate %n users?</source>
            <translation>
                <numerusform>¿Desactivar %n usuario?</numerusform>
                <numerusform>¿Desactivar %n usuarios?</numerusform>
            </translation>
        </message>
        <message>
            <source>They are signed out at once and cannot sign in until they are activated again.</source>
            <translation>Se cierra su sesión al momento y no podrán entrar hasta que se les active de nuevo.</translation>
        </message>
        <message>
            <source>%1 is active.</source>
            <translation>%1 está activo.</translation>
        </message>
        <message>
            <source>%1 is deactivated.</source>
            <translation>%1 está desactivado.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Activate users</source>
            <translation>Activar usuarios</translation>
        </message>
        <message>
            <source>Deactivate users</source>
            <translation>Desactivar usuarios</translation>
        </message>
        <message>
            <source>Delete %1?</source>
            <translation>¿Eliminar %1?</translation>
        </message>
        <message numerus="yes">
            <source>The account and its %n agent(s) are deleted for good. This cannot be undone; deactivating can.</source>
            <translation>
                <numerusform>La cuenta y su %n agente se eliminan para siempre. Esto no se puede deshacer; desactivar, sí.</numerusform>
                <numerusform>La cuenta y sus %n agentes se eliminan para siempre. Esto no se puede deshacer; desactivar, sí.</numerusform>
            </translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Eliminar</translation>
        </message>
        <message>
            <source>%1 is deleted.</source>
            <translation>%1 se ha eliminado.</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Sign in again.</source>
            <translation>Inicia sesión de nuevo.</translation>
        </message>
        <message>
            <source>Check the e-mail address and the password.</source>
            <translation>Comprueba el correo y la contraseña.</translation>
        </message>
        <message>
            <source>Ask an administrator.</source>
            <translation>Pregunta a un administrador.</translation>
        </message>
        <message>
            <source>It may have been deleted meanwhile. Refresh the list.</source>
            <translation>Puede que se haya eliminado. Actualiza la lista.</translation>
        </message>
        <message>
            <source>Choose another value.</source>
            <translation>Elige otro valor.</translation>
        </message>
        <message>
            <source>Compare both versions and decide which one stays.</source>
            <translation>Compara ambas versiones y decide cuál se queda.</translation>
        </message>
        <message>
            <source>Correct the marked fields.</source>
            <translation>Corrige los campos marcados.</translation>
        </message>
        <message numerus="yes">
            <source>Try again in %n second(s).</source>
            <translation>
                <numerusform>Inténtalo de nuevo en %n segundo.</numerusform>
                <numerusform>Inténtalo de nuevo en %n segundos.</numerusform>
            </translation>
        </message>
        <message>
            <source>Wait a minute and try again.</source>
            <translation>Espera un minuto e inténtalo de nuevo.</translation>
        </message>
        <message>
            <source>Check the network and the address of the server. The console tries again by itself.</source>
            <translation>Comprueba la red y la dirección del servidor. La consola lo reintenta sola.</translation>
        </message>
        <message>
            <source>Try again in a moment.</source>
            <translation>Inténtalo de nuevo en un momento.</translation>
        </message>
        <message>
            <source>Check the address of the server: something else answers there.</source>
            <translation>Comprueba la dirección del servidor: allí responde otra cosa.</translation>
        </message>
        <message>
            <source>Update the console or the server.</source>
            <translation>Actualiza la consola o el servidor.</translation>
        </message>
        <message>
            <source>Try again. If it happens again, give the request id to whoever runs the server.</source>
            <translation>Inténtalo de nuevo. Si se repite, da el id de la petición a quien gestiona el servidor.</translation>
        </message>
        <message>
            <source>The server does not accept this sign-in.</source>
            <translation>El servidor no acepta este inicio de sesión.</translation>
        </message>
        <message>
            <source>The sign-in has run out.</source>
            <translation>El inicio de sesión ha caducado.</translation>
        </message>
        <message>
            <source>The e-mail address or the password is wrong.</source>
            <translation>El correo o la contraseña no son correctos.</translation>
        </message>
        <message>
            <source>You are not allowed to do this.</source>
            <translation>No tienes permiso para hacer esto.</translation>
        </message>
        <message>
            <source>This account is deactivated.</source>
            <translation>Esta cuenta está desactivada.</translation>
        </message>
        <message>
            <source>Too many failed sign-ins: this account is locked for a while.</source>
            <translation>Demasiados intentos fallidos: la cuenta está bloqueada un rato.</translation>
        </message>
        <message>
            <source>The server does not have this (any more).</source>
            <translation>El servidor no tiene esto (o ya no).</translation>
        </message>
        <message>
            <source>This clashes with something that exists already.</source>
            <translation>Esto choca con algo que ya existe.</translation>
        </message>
        <message>
            <source>Somebody else changed this meanwhile.</source>
            <translation>Otra persona cambió esto mientras tanto.</translation>
        </message>
        <message>
            <source>The server does not accept these values.</source>
            <translation>El servidor no acepta estos valores.</translation>
        </message>
        <message>
            <source>Too many requests in a short time.</source>
            <translation>Demasiadas peticiones en poco tiempo.</translation>
        </message>
        <message>
            <source>The server met an error.</source>
            <translation>El servidor ha tenido un error.</translation>
        </message>
        <message>
            <source>The server is not ready right now.</source>
            <translation>El servidor no está disponible ahora.</translation>
        </message>
        <message>
            <source>The server cannot be reached.</source>
            <translation>No se puede llegar al servidor.</translation>
        </message>
        <message>
            <source>The server took too long to answer.</source>
            <translation>El servidor tardó demasiado en responder.</translation>
        </message>
        <message>
            <source>Canceled.</source>
            <translation>Cancelado.</translation>
        </message>
        <message>
            <source>The answer is not one of a Voxdesk server.</source>
            <translation>La respuesta no es de un servidor Voxdesk.</translation>
        </message>
        <message>
            <source>User</source>
            <comment>role</comment>
            <translation>Usuario</translation>
        </message>
        <message>
            <source>Enterprise</source>
            <comment>role</comment>
            <translation>Enterprise</translation>
        </message>
        <message>
            <source>Support</source>
            <comment>role</comment>
            <translation>Soporte</translation>
        </message>
        <message>
            <source>Administrator</source>
            <comment>role</comment>
            <translation>Administrador</translation>
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
            <translation>Propietario</translation>
        </message>
        <message>
            <source>Member</source>
            <comment>organisation role</comment>
            <translation>Miembro</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>Activo</translation>
        </message>
        <message>
            <source>Inactive</source>
            <translation>Inactivo</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Sí</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
    </context>
</TS>
