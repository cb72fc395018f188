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
    <name>AccessKeysPane</name>
    <message>
        <source>Created by %1</source>
        <translation>Creada por %1</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Permisos</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Permiso</translation>
    </message>
    <message>
        <source>Requests an hour</source>
        <translation>Solicitudes por hora</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Fechas</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Último uso</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Caduca</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creada</translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation>Termina en</translation>
    </message>
    <message>
        <source>Old secret until</source>
        <translation>Secreto antiguo hasta</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Revocada</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Access keys</source>
        <translation>Claves de acceso</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Válida</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Caducada</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln clave</numerusform>
            <numerusform>%Ln claves</numerusform>
        </translation>
    </message>
    <message>
        <source>No access keys yet</source>
        <translation>Aún no hay claves de acceso</translation>
    </message>
    <message>
        <source>A program signs in with an access key. Create one with “New key…”.</source>
        <translation>Un programa inicia sesión con una clave de acceso. Cree una con «Nueva clave…».</translation>
    </message>
    <message>
        <source>Empty: the limit of who created the key</source>
        <translation>Vacío: el límite de quien creó la clave</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Creado por</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>Nueva clave…</translation>
    </message>
    <message>
        <source>Create a key for a program of your organisation (Ctrl+N)</source>
        <translation>Crear una clave para un programa de su organización (Ctrl+N)</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Change name, permission, limit and expiry (F2)</source>
        <translation>Cambiar nombre, permiso, límite y caducidad (F2)</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Renovar…</translation>
    </message>
    <message>
        <source>Give this key a new secret; the old one works on for a while (Ctrl+Shift+R)</source>
        <translation>Dar a esta clave un secreto nuevo; el antiguo sigue valiendo un tiempo (Ctrl+Mayús+R)</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Revocar…</translation>
    </message>
    <message>
        <source>End this key at once (Del)</source>
        <translation>Anular esta clave de inmediato (Supr)</translation>
    </message>
    <message>
        <source>These keys are another organisation&apos;s: only its owner can change them.</source>
        <translation>Estas claves son de otra organización: solo su propietario puede cambiarlas.</translation>
    </message>
    <message>
        <source>This key is revoked. Create a new one.</source>
        <translation>Esta clave está revocada. Cree una nueva.</translation>
    </message>
    <message>
        <source>This is the only time the key is shown. Copy it now and keep it where only the program can read it.</source>
        <translation>La clave se muestra solo esta vez. Cópiela ahora y guárdela donde solo el programa pueda leerla.</translation>
    </message>
    <message>
        <source>%1 is created</source>
        <translation>%1 se ha creado</translation>
    </message>
    <message>
        <source>%1 saved.</source>
        <translation>%1 se ha guardado.</translation>
    </message>
    <message>
        <source>%1 has a new secret</source>
        <translation>%1 tiene un secreto nuevo</translation>
    </message>
    <message>
        <source>It was last used %1.</source>
        <translation>Se usó por última vez el %1.</translation>
    </message>
    <message>
        <source>It was never used.</source>
        <translation>Nunca se ha usado.</translation>
    </message>
    <message>
        <source>Revoke %1?</source>
        <translation>¿Revocar %1?</translation>
    </message>
    <message>
        <source>Programs that use it are refused at once. This cannot be undone.</source>
        <translation>Los programas que la usan se rechazan de inmediato. No se puede deshacer.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revocar</translation>
    </message>
    <message>
        <source>%1 is revoked.</source>
        <translation>%1 está revocada.</translation>
    </message>
</context>
<context>
    <name>AccountTab</name>
    <message>
        <source>E-mail address</source>
        <translation>Dirección de correo</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>They belong to your account, wherever you sign in.</source>
        <translation>Pertenecen a tu cuenta, entres desde donde entres.</translation>
    </message>
    <message>
        <source>News of the product by e-mail</source>
        <translation>Novedades del producto por correo</translation>
    </message>
    <message>
        <source>Notices by e-mail</source>
        <translation>Avisos por correo</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmada</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Where a forgotten password is reset, and where you are told what happens to the account.</source>
        <translation>Allí llega el código para una contraseña olvidada, y allí se te avisa de lo que pasa con la cuenta.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether mails reach you, and a forgotten password is reset by mail. Have a code mailed to you and enter it here.</source>
        <translation>Aún no se sabe si los correos te llegan, y una contraseña olvidada se restablece por correo. Pide un código y escríbelo aquí.</translation>
    </message>
    <message>
        <source>This has not been read from the server yet.</source>
        <translation>Esto aún no se ha leído del servidor.</translation>
    </message>
    <message>
        <source>The address is confirmed already.</source>
        <translation>La dirección ya está confirmada.</translation>
    </message>
    <message>
        <source>Have a code mailed to the address; at most one mail a minute</source>
        <translation>Pedir un código por correo a la dirección; como mucho un correo por minuto</translation>
    </message>
    <message>
        <source>Confirm the address with the code of the mail</source>
        <translation>Confirmar la dirección con el código del correo</translation>
    </message>
    <message>
        <source>Change what you want of the service</source>
        <translation>Cambiar lo que quieres del servicio</translation>
    </message>
    <message>
        <source>A mail with a code is on its way to %1.</source>
        <translation>Un correo con un código va de camino a %1.</translation>
    </message>
    <message>
        <source>The e-mail address is confirmed.</source>
        <translation>La dirección de correo está confirmada.</translation>
    </message>
    <message>
        <source>The preferences are saved.</source>
        <translation>Las preferencias están guardadas.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Wishes a second factor</source>
        <translation>Desea un segundo factor</translation>
    </message>
</context>
<context>
    <name>AgentsPane</name>
    <message>
        <source>What it says</source>
        <translation>Lo que dice</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instrucciones</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Primer mensaje</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Último mensaje</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Modelo de lenguaje</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Speech-to-text</source>
        <translation>Reconocimiento de voz</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Número de teléfono</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Pertenece a</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Creado por</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiado</translation>
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
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agentes</translation>
    </message>
    <message>
        <source>Name, phone number or description</source>
        <translation>Nombre, teléfono o descripción</translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln agente</numerusform>
            <numerusform>%Ln agentes</numerusform>
        </translation>
    </message>
    <message>
        <source>No agents yet</source>
        <translation>Aún no hay agentes</translation>
    </message>
    <message>
        <source>An agent answers and makes calls. Create the first one with “New agent…”.</source>
        <translation>Un agente responde y hace llamadas. Cree el primero con «Nuevo agente…».</translation>
    </message>
    <message>
        <source>New agent…</source>
        <translation>Nuevo agente…</translation>
    </message>
    <message>
        <source>Create an agent in your organisation (Ctrl+N)</source>
        <translation>Crear un agente en su organización (Ctrl+N)</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Change this agent&apos;s settings (F2)</source>
        <translation>Cambiar los ajustes de este agente (F2)</translation>
    </message>
    <message>
        <source>Try agent…</source>
        <translation>Probar agente…</translation>
    </message>
    <message>
        <source>Write with this agent and see what an answer takes (Ctrl+T)</source>
        <translation>Escribir con este agente y ver cuánto gasta una respuesta (Ctrl+T)</translation>
    </message>
    <message>
        <source>Show its calls</source>
        <translation>Mostrar sus llamadas</translation>
    </message>
    <message>
        <source>Opens the calls of this agent (Return)</source>
        <translation>Abre las llamadas de este agente (Intro)</translation>
    </message>
    <message>
        <source>Only this organisation</source>
        <translation>Solo esta organización</translation>
    </message>
    <message>
        <source>Show only the agents of this agent&apos;s organisation (Ctrl+Shift+O)</source>
        <translation>Mostrar solo los agentes de esta organización (Ctrl+Mayús+O)</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Let these agents take calls again (Ctrl+Shift+A)</source>
        <translation>Dejar que estos agentes atiendan llamadas de nuevo (Ctrl+Mayús+A)</translation>
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
        <source>Keep these agents from taking calls (Ctrl+Shift+D)</source>
        <translation>Impedir que estos agentes atiendan llamadas (Ctrl+Mayús+D)</translation>
    </message>
    <message>
        <source>Inactive already.</source>
        <translation>Ya está inactivo.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Delete this agent for good (Del)</source>
        <translation>Eliminar este agente para siempre (Supr)</translation>
    </message>
    <message>
        <source>You have %1 of %2 agents. Delete one, or have the limit raised under Users.</source>
        <translation>Tiene %1 de %2 agentes. Elimine uno o pida que aumenten el límite en Usuarios.</translation>
    </message>
    <message>
        <source>This server cannot try agents. Update it.</source>
        <translation>Este servidor no puede probar agentes. Actualícelo.</translation>
    </message>
    <message>
        <source>Only agents of your own organisation can be tried: its keys and its quota pay for it.</source>
        <translation>Solo se pueden probar los agentes de su organización: lo pagan sus claves y su cuota.</translation>
    </message>
    <message>
        <source>%1 is created.</source>
        <translation>%1 se ha creado.</translation>
    </message>
    <message>
        <source>%1 saved.</source>
        <translation>%1 se ha guardado.</translation>
    </message>
    <message>
        <source>Deactivate %1?</source>
        <translation>¿Desactivar %1?</translation>
    </message>
    <message numerus="yes">
        <source>Deactivate %n agents?</source>
        <translation>
            <numerusform>¿Desactivar %n agente?</numerusform>
            <numerusform>¿Desactivar %n agentes?</numerusform>
        </translation>
    </message>
    <message>
        <source>They take and make no calls until they are activated again.</source>
        <translation>No atienden ni hacen llamadas hasta que se activen de nuevo.</translation>
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
        <source>Activate agents</source>
        <translation>Activar agentes</translation>
    </message>
    <message>
        <source>Deactivate agents</source>
        <translation>Desactivar agentes</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>¿Eliminar %1?</translation>
    </message>
    <message>
        <source>The agent is deleted for good; its calls stay. This cannot be undone; deactivating can.</source>
        <translation>El agente se elimina para siempre; sus llamadas quedan. No se puede deshacer; desactivarlo sí.</translation>
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
    <message>
        <source>%1 took too long to answer.</source>
        <translation>%1 tardó demasiado en responder.</translation>
    </message>
    <message>
        <source>There is no server named %1, or this computer is not connected to a network.</source>
        <translation>No hay ningún servidor llamado %1, o este equipo no está conectado a una red.</translation>
    </message>
    <message>
        <source>%1 does not accept connections on port %2.</source>
        <translation>%1 no acepta conexiones en el puerto %2.</translation>
    </message>
    <message>
        <source>No safe connection to %1: %2</source>
        <translation>No hay conexión segura con %1: %2</translation>
    </message>
    <message>
        <source>What answers at %1 is not a Voxdesk server.</source>
        <translation>Lo que responde en %1 no es un servidor Voxdesk.</translation>
    </message>
    <message>
        <source>The connection to %1 broke: %2</source>
        <translation>Se cortó la conexión con %1: %2</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>No se puede escribir el archivo: %1</translation>
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
    <message>
        <source>This month&apos;s token quota is used up: %1 of %2.</source>
        <translation>La cuota de tokens de este mes está agotada: %1 de %2.</translation>
    </message>
    <message>
        <source>More than 80 % of this month&apos;s token quota is used: %1 of %2.</source>
        <translation>Se ha usado más del 80 % de la cuota de tokens de este mes: %1 de %2.</translation>
    </message>
    <message>
        <source>The new password is set. Sign in with it.</source>
        <translation>La contraseña nueva está puesta. Inicia sesión con ella.</translation>
    </message>
    <message>
        <source>The second step took too long. Type your password again.</source>
        <translation>El segundo paso tardó demasiado. Escribe otra vez tu contraseña.</translation>
    </message>
    <message>
        <source>The e-mail address is confirmed. Sign in.</source>
        <translation>La dirección de correo está confirmada. Inicia sesión.</translation>
    </message>
</context>
<context>
    <name>AskCodeDialog</name>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>The six digits that your authenticator shows now.</source>
        <translation>Los seis dígitos que muestra ahora tu autenticador.</translation>
    </message>
    <message>
        <source>This code is wrong or used already. Wait for the next one.</source>
        <translation>Este código es incorrecto o ya se usó. Espera al siguiente.</translation>
    </message>
</context>
<context>
    <name>AskValueDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close without filtering (Esc)</source>
        <translation>Cerrar sin filtrar (Esc)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Show only the rows that match</source>
        <translation>Mostrar solo las filas que coinciden</translation>
    </message>
    <message>
        <source>Days are days in UTC.</source>
        <translation>Los días son días en UTC.</translation>
    </message>
</context>
<context>
    <name>AuditPane</name>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Kind of target</source>
        <translation>Tipo de objetivo</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Desde el día</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>Hasta el día</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Who, what, on which row, address or request</source>
        <translation>Quién, qué, en qué fila, dirección o petición</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entr(y/ies)</source>
        <translation>
            <numerusform>%Ln entrada</numerusform>
            <numerusform>%Ln entradas</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written down yet</source>
        <translation>Todavía no hay nada anotado</translation>
    </message>
    <message>
        <source>Every change and every sign-in appears here, with who did it and from where.</source>
        <translation>Aquí aparece cada cambio y cada inicio de sesión, con quién y desde dónde.</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Qué cambió</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: removed (was not set before)</source>
        <translation>%1 desaparece: antes no estaba puesto</translation>
    </message>
    <message>
        <source>%1 comes back as “%2”</source>
        <translation>%1 vuelve como «%2»</translation>
    </message>
    <message>
        <source>%1 goes back from “%2” to “%3”</source>
        <translation>%1 vuelve de «%2» a «%3»</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>The version of the API it came through</source>
        <translation>La versión de la API por la que llegó</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>As the server calls it</source>
        <translation>Como lo llama el servidor</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Its place in the chain</source>
        <translation>Su lugar en la cadena</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Petición</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>Check that no entry was changed, taken out or put in (Ctrl+Shift+V)</source>
        <translation>Comprobar que ninguna entrada se cambió, quitó o añadió (Ctrl+Mayús+V)</translation>
    </message>
    <message>
        <source>It is being checked.</source>
        <translation>Se está comprobando.</translation>
    </message>
    <message>
        <source>Revert…</source>
        <translation>Revertir…</translation>
    </message>
    <message>
        <source>The server cannot put this back.</source>
        <translation>El servidor no puede revertir esto.</translation>
    </message>
    <message>
        <source>History of this row</source>
        <translation>Historia de esta fila</translation>
    </message>
    <message>
        <source>Show only what was done to the same row (Ctrl+Shift+H)</source>
        <translation>Mostrar solo lo hecho a la misma fila (Ctrl+Mayús+H)</translation>
    </message>
    <message>
        <source>This was not done to a row.</source>
        <translation>Esto no afectó a ninguna fila.</translation>
    </message>
    <message>
        <source>Everything they did</source>
        <translation>Todo lo que hizo</translation>
    </message>
    <message>
        <source>Show only what the same person or key did (Ctrl+Shift+A)</source>
        <translation>Mostrar solo lo que hizo la misma persona o clave (Ctrl+Mayús+A)</translation>
    </message>
    <message>
        <source>It is not known who did this.</source>
        <translation>No se sabe quién hizo esto.</translation>
    </message>
    <message>
        <source>Everything of this request</source>
        <translation>Todo de esta petición</translation>
    </message>
    <message>
        <source>Show only what the same request did</source>
        <translation>Mostrar solo lo que hizo la misma petición</translation>
    </message>
    <message>
        <source>No request did this.</source>
        <translation>Esto no lo hizo ninguna petición.</translation>
    </message>
    <message>
        <source>Nothing that is kept in rows.</source>
        <translation>Nada que se guarde en filas.</translation>
    </message>
    <message>
        <source>Who and what</source>
        <translation>Quién y qué</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>Vino de</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Clave de acceso</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>In the chain</source>
        <translation>En la cadena</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Hash before</source>
        <translation>Hash anterior</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Checking the whole log. The console may be used meanwhile.</source>
        <translation>Se comprueba todo el registro. La consola se puede usar mientras tanto.</translation>
    </message>
    <message>
        <source>Entries checked</source>
        <translation>Entradas comprobadas</translation>
    </message>
    <message>
        <source>Newest entry</source>
        <translation>Entrada más nueva</translation>
    </message>
    <message>
        <source>First wrong entry</source>
        <translation>Primera entrada incorrecta</translation>
    </message>
    <message>
        <source>Its id</source>
        <translation>Su identificador</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>The server says</source>
        <translation>El servidor dice</translation>
    </message>
    <message>
        <source>The audit log is intact</source>
        <translation>El registro de auditoría está intacto</translation>
    </message>
    <message>
        <source>The audit log was tampered with</source>
        <translation>El registro de auditoría fue manipulado</translation>
    </message>
    <message>
        <source>An entry is not as the server wrote it. Stop trusting what follows it, keep a copy of the database, and find out who could write to it.</source>
        <translation>Una entrada no está como la escribió el servidor. No te fíes de lo que sigue, guarda una copia de la base de datos y averigua quién pudo escribir en ella.</translation>
    </message>
    <message>
        <source>%1 is as it was before.</source>
        <translation>%1 está como antes.</translation>
    </message>
    <message>
        <source>Show how</source>
        <translation>Mostrar cómo</translation>
    </message>
    <message>
        <source>Undo what this entry changed (Ctrl+Shift+R)</source>
        <translation>Deshacer lo que cambió esta entrada (Ctrl+Mayús+R)</translation>
    </message>
    <message>
        <source>The beginning of its hash</source>
        <translation>Comienzo de su hash</translation>
    </message>
    <message>
        <source>No entry was changed, taken out or put in. Keep the newest number and hash somewhere else: a log that is cut off at its end later no longer has them.</source>
        <translation>Ninguna entrada se cambió, se quitó ni se añadió. Guarde el número más reciente y su hash en otro lugar: un registro al que luego le falte el final ya no los tendrá.</translation>
    </message>
    <message>
        <source>Revert this change of %1?</source>
        <translation>¿Revertir este cambio de %1?</translation>
    </message>
    <message>
        <source>This is a change like any other: it is recorded, and can be reverted in turn.</source>
        <translation>Es un cambio como cualquier otro: queda registrado y también se puede revertir.</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>Nothing was reverted: %1 has changed since.</source>
        <translation>No se revirtió nada: %1 ha cambiado desde entonces.</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>Access key</source>
        <translation>Clave de acceso</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Registro de auditoría</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>Invitación</translation>
    </message>
    <message>
        <source>Legacy data</source>
        <translation>Datos antiguos</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Master key</source>
        <translation>Clave maestra</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Provider key</source>
        <translation>Clave de proveedor</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperación</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Códigos de recuperación</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Segundo factor</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>Versión de la API</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <source>activated</source>
        <translation>activado</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>second factor asked for</source>
        <translation>segundo factor solicitado</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmado</translation>
    </message>
    <message>
        <source>created</source>
        <translation>creado</translation>
    </message>
    <message>
        <source>deactivated</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>eliminado</translation>
    </message>
    <message>
        <source>turned off</source>
        <translation>apagado</translation>
    </message>
    <message>
        <source>turned on</source>
        <translation>encendido</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminado</translation>
    </message>
    <message>
        <source>set up</source>
        <translation>configurado</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>exportado</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importado</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>bloqueado</translation>
    </message>
    <message>
        <source>callers notified</source>
        <translation>clientes avisados</translation>
    </message>
    <message>
        <source>old entries removed</source>
        <translation>entradas antiguas eliminadas</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>registrado</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>quitado</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>renombrado</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>sustituido</translation>
    </message>
    <message>
        <source>requested</source>
        <translation>solicitado</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>restablecido</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>revocado</translation>
    </message>
    <message>
        <source>rotated</source>
        <translation>renovado</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviado</translation>
    </message>
    <message>
        <source>tested</source>
        <translation>probado</translation>
    </message>
    <message>
        <source>used</source>
        <translation>usado</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verificado</translation>
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
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>outcome</comment>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>The server itself</source>
        <translation>El propio servidor</translation>
    </message>
    <message>
        <source>The server itself (%1)</source>
        <translation>El propio servidor (%1)</translation>
    </message>
    <message>
        <source>An access key</source>
        <translation>Una clave de acceso</translation>
    </message>
    <message>
        <source>Access key of %1</source>
        <translation>Clave de acceso de %1</translation>
    </message>
    <message>
        <source>Somebody unknown</source>
        <translation>Alguien desconocido</translation>
    </message>
    <message>
        <source>Legacy export</source>
        <translation>Exportación antigua</translation>
    </message>
    <message>
        <source>Key vault</source>
        <translation>Almacén de claves</translation>
    </message>
    <message>
        <source>created anew</source>
        <translation>creado de nuevo</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>comunicado</translation>
    </message>
    <message>
        <source>reverted</source>
        <translation>revertido</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Caduca</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Apellidos</translation>
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
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Número de teléfono</translation>
    </message>
    <message>
        <source>Requests an hour</source>
        <translation>Peticiones por hora</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Plan</translation>
    </message>
</context>
<context>
    <name>AxisScale</name>
    <message>
        <source>%1bn</source>
        <comment>thousand millions</comment>
        <translation>%1 mil M</translation>
    </message>
    <message>
        <source>%1M</source>
        <comment>millions</comment>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1k</source>
        <comment>thousands</comment>
        <translation>%1 k</translation>
    </message>
</context>
<context>
    <name>BrownoutsEdit</name>
    <message>
        <source>Add a brown-out</source>
        <translation>Añadir un corte</translation>
    </message>
    <message>
        <source>A quarter of an hour, a week after the last one</source>
        <translation>Un cuarto de hora, una semana después del último</translation>
    </message>
    <message>
        <source>Brown-out from</source>
        <translation>Corte desde</translation>
    </message>
    <message>
        <source>Brown-out to</source>
        <translation>Corte hasta</translation>
    </message>
    <message>
        <source>Take this brown-out out</source>
        <translation>Quitar este corte</translation>
    </message>
    <message>
        <source>to</source>
        <comment>between two times</comment>
        <translation>a</translation>
    </message>
</context>
<context>
    <name>CallsPane</name>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Interlocutor</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Alguien</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Operador</translation>
    </message>
    <message>
        <source>Sandbox: simulated, nobody was rung</source>
        <translation>Sandbox: simulada, no se llamó a nadie</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Grabación</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>Nothing was written down.</source>
        <translation>No se transcribió nada.</translation>
    </message>
    <message>
        <source>Call data</source>
        <translation>Datos de la llamada</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sentido</translation>
    </message>
    <message>
        <source>Today (UTC)</source>
        <translation>Hoy (UTC)</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>Desde el día</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>Hasta el día</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Number, outcome, notes or outside id</source>
        <translation>Número, resultado, notas o id externa</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln llamada</numerusform>
            <numerusform>%Ln llamadas</numerusform>
        </translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Aún no hay llamadas</translation>
    </message>
    <message>
        <source>Calls appear here as soon as an agent takes or makes one, or a telephone system reports one.</source>
        <translation>Las llamadas aparecen aquí en cuanto un agente atiende o hace una, o un sistema telefónico la notifica.</translation>
    </message>
    <message>
        <source>The number outside</source>
        <translation>El número externo</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Outside id</source>
        <translation>Id externa</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Only this agent</source>
        <translation>Solo este agente</translation>
    </message>
    <message>
        <source>Show only the calls of this agent (Ctrl+Shift+A)</source>
        <translation>Mostrar solo las llamadas de este agente (Ctrl+Mayús+A)</translation>
    </message>
    <message>
        <source>No agent took this call.</source>
        <translation>Ningún agente atendió esta llamada.</translation>
    </message>
    <message>
        <source>Only this number</source>
        <translation>Solo este número</translation>
    </message>
    <message>
        <source>Show only the calls from and to this number (Ctrl+Shift+N)</source>
        <translation>Mostrar solo las llamadas de y a este número (Ctrl+Mayús+N)</translation>
    </message>
    <message>
        <source>The number is not known.</source>
        <translation>No se conoce el número.</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Número desconocido</translation>
    </message>
    <message>
        <source>Could not be read.</source>
        <translation>No se pudo leer.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Externa</translation>
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
        <translation>añadido</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>quitado</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>%1 added: %2</source>
        <translation>%1 añadido: %2</translation>
    </message>
    <message>
        <source>%1 removed: %2</source>
        <translation>%1 quitado: %2</translation>
    </message>
    <message>
        <source>%1 was %2, is %3</source>
        <translation>%1 era %2, es %3</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
</context>
<context>
    <name>ChangePasswordDialog</name>
    <message>
        <source>Change the password</source>
        <translation>Cambiar la contraseña</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>At least 8 characters.</source>
        <translation>Al menos 8 caracteres.</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Otra vez la contraseña nueva</translation>
    </message>
    <message>
        <source>Use at least 8 characters.</source>
        <translation>Usa al menos 8 caracteres.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Las dos contraseñas son distintas.</translation>
    </message>
    <message>
        <source>This is not your password.</source>
        <translation>Esta no es tu contraseña.</translation>
    </message>
    <message>
        <source>All your other sessions are signed out.</source>
        <translation>Se cierran todas sus demás sesiones.</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Contraseña actual</translation>
    </message>
</context>
<context>
    <name>ChartPicture</name>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>No se puede escribir el archivo: %1</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Second step</source>
        <translation>Segundo paso</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Back to the password</source>
        <translation>Volver a la contraseña</translation>
    </message>
    <message>
        <source>Sign in as somebody else, or type the password again</source>
        <translation>Entrar con otra cuenta o escribir de nuevo la contraseña</translation>
    </message>
    <message>
        <source>One of the recovery codes that you kept. Each works once.</source>
        <translation>Uno de los códigos de recuperación que guardaste. Cada uno sirve una vez.</translation>
    </message>
    <message>
        <source>The six digits that your authenticator shows now.</source>
        <translation>Los seis dígitos que muestra ahora tu autenticador.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperación</translation>
    </message>
    <message>
        <source>Use the authenticator</source>
        <translation>Usar el autenticador</translation>
    </message>
    <message>
        <source>Use a recovery code</source>
        <translation>Usar un código de recuperación</translation>
    </message>
    <message>
        <source>Type the six digits that your authenticator shows</source>
        <translation>Escribir los seis dígitos del autenticador</translation>
    </message>
    <message>
        <source>When the authenticator is not at hand</source>
        <translation>Cuando no tienes el autenticador a mano</translation>
    </message>
    <message>
        <source>This recovery code is wrong or used up.</source>
        <translation>Este código de recuperación es incorrecto o ya se usó.</translation>
    </message>
    <message>
        <source>This code is wrong or used already. Wait for the next one.</source>
        <translation>Este código es incorrecto o ya se usó. Espera al siguiente.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message numerus="yes">
        <source>Locked for %n second(s)</source>
        <translation>
            <numerusform>Bloqueado %n segundo</numerusform>
            <numerusform>Bloqueado %n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the code first.</source>
        <translation>Escribe primero el código.</translation>
    </message>
    <message>
        <source>Sign in (Return)</source>
        <translation>Iniciar sesión (Intro)</translation>
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
    <name>ConfirmEmailDialog</name>
    <message>
        <source>Confirm the e-mail address</source>
        <translation>Confirmar la dirección de correo</translation>
    </message>
    <message>
        <source>With the code of the mail that went to %1.</source>
        <translation>Con el código del correo enviado a %1.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>It works once and expires; the mail says when.</source>
        <translation>Sirve una vez y no para siempre: el correo dice hasta cuándo.</translation>
    </message>
    <message>
        <source>This code is wrong, used or too old. Ask for another mail.</source>
        <translation>Este código es incorrecto, ya se usó o es demasiado antiguo. Pide otro correo.</translation>
    </message>
</context>
<context>
    <name>ConfirmEmailPage</name>
    <message>
        <source>Confirm the e-mail address</source>
        <translation>Confirmar la dirección de correo</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>From the mail; it works once.</source>
        <translation>Del correo; sirve una vez.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Mail another code</source>
        <translation>Enviar otro código</translation>
    </message>
    <message>
        <source>At most one mail a minute</source>
        <translation>Como mucho un correo por minuto</translation>
    </message>
    <message>
        <source>Back to sign-in</source>
        <translation>Volver al inicio de sesión</translation>
    </message>
    <message>
        <source>Sign in with the password</source>
        <translation>Entrar con la contraseña</translation>
    </message>
    <message>
        <source>This server lets nobody in before the address is confirmed. A mail with a code went to %1 when the account was made.</source>
        <translation>Este servidor no deja entrar a nadie antes de confirmar la dirección. Al crear la cuenta se envió un correo con un código a %1.</translation>
    </message>
    <message>
        <source>If %1 has an account here that waits for it, a mail with a new code is on its way.</source>
        <translation>Si %1 tiene aquí una cuenta que lo espera, un correo con un código nuevo va de camino.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Preguntando…</translation>
    </message>
    <message>
        <source>Confirm the address (Return)</source>
        <translation>Confirmar la dirección (Intro)</translation>
    </message>
    <message>
        <source>Type the code of the mail first.</source>
        <translation>Escribe primero el código del correo.</translation>
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
    <message>
        <source>History: what was done to this, by whom</source>
        <translation>Historia: qué se hizo con esto y quién</translation>
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
        <translation>%1 de %2 (%3)</translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation>añadido: %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>quitado: %1</translation>
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
        <translation>Nueva clave de acceso</translation>
    </message>
    <message>
        <source>A program signs in with it in your organisation&apos;s name; what it uses counts as yours.</source>
        <translation>Un programa inicia sesión con ella en nombre de su organización; lo que usa cuenta como suyo.</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Crear clave</translation>
    </message>
    <message>
        <source>Edit access key</source>
        <translation>Editar clave de acceso</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>El suyo</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message numerus="yes">
        <source>In %n day(s)</source>
        <translation>
            <numerusform>En %n día</numerusform>
            <numerusform>En %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>On a day…</source>
        <translation>Un día…</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
    <message>
        <source>The last day on which the key works, UTC</source>
        <translation>El último día en que vale la clave, UTC</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Which program it is for, so that it can be told apart later.</source>
        <translation>Para qué programa es, para distinguirla más tarde.</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Permiso</translation>
    </message>
    <message>
        <source>As little as the program needs. “Administer” is for this organisation only, never the platform.</source>
        <translation>Lo mínimo que necesite el programa. «Administrar» vale solo para esta organización, nunca para la plataforma.</translation>
    </message>
    <message>
        <source>Requests an hour</source>
        <translation>Solicitudes por hora</translation>
    </message>
    <message>
        <source>0: the limit of your own account.</source>
        <translation>0: el límite de su propia cuenta.</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Caduca</translation>
    </message>
</context>
<context>
    <name>EditAgentDialog</name>
    <message>
        <source>New agent</source>
        <translation>Nuevo agente</translation>
    </message>
    <message>
        <source>It belongs to your organisation. You have %1 of %2 agents; this one makes %3.</source>
        <translation>Pertenece a su organización. Tiene %1 de %2 agentes; con este son %3.</translation>
    </message>
    <message>
        <source>It belongs to your organisation.</source>
        <translation>Pertenece a su organización.</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Edit agent</source>
        <translation>Editar agente</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>agent of organisation</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>For your colleagues; callers never hear it.</source>
        <translation>Para sus compañeros; quien llama nunca la oye.</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Número de teléfono</translation>
    </message>
    <message>
        <source>With country code, such as +4930123456. Empty: it takes no calls.</source>
        <translation>Con prefijo de país, como +4930123456. Vacío: no atiende llamadas.</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>%1: provider</source>
        <comment>group of settings</comment>
        <translation>%1: proveedor</translation>
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
        <source>%1 in use. The tier&apos;s default is %2.</source>
        <translation>%1 en uso. Lo habitual del plan es %2.</translation>
    </message>
    <message>
        <source>Tokens a month</source>
        <translation>Tokens al mes</translation>
    </message>
    <message>
        <source>%1 used this month. The tier&apos;s default is %2.</source>
        <translation>%1 usados este mes. Lo habitual del plan es %2.</translation>
    </message>
    <message>
        <source>Requests an hour</source>
        <translation>Peticiones por hora</translation>
    </message>
    <message>
        <source>The tier&apos;s default is %1.</source>
        <translation>Lo habitual del plan es %1.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Why the limits differ from the tier&apos;s. Other administrators see this.</source>
        <translation>Por qué los límites difieren de los del plan. Lo ven otros administradores.</translation>
    </message>
</context>
<context>
    <name>EditPreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>They belong to your account, wherever you sign in.</source>
        <translation>Pertenecen a tu cuenta, entres desde donde entres.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>News of the product by e-mail</source>
        <translation>Novedades del producto por correo</translation>
    </message>
    <message>
        <source>Notices by e-mail</source>
        <translation>Avisos por correo</translation>
    </message>
    <message>
        <source>I want a second factor</source>
        <translation>Quiero un segundo factor</translation>
    </message>
    <message>
        <source>Only notes the wish: the second factor is set up under Signing in.</source>
        <translation>Solo anota el deseo: el segundo factor se configura en «Inicio de sesión».</translation>
    </message>
    <message>
        <source>Whether you may be written to about what is new.</source>
        <translation>Si se te puede escribir sobre novedades.</translation>
    </message>
    <message>
        <source>Mails about the safety of the account are sent in any case.</source>
        <translation>Los correos sobre la seguridad de la cuenta se envían siempre.</translation>
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
    <name>EditVersionsDialog</name>
    <message>
        <source>Refused: %1</source>
        <comment>HTTP status</comment>
        <translation>Rechazada: %1</translation>
    </message>
    <message>
        <source>Refused for a while: %1</source>
        <comment>HTTP status</comment>
        <translation>Rechazada un rato: %1</translation>
    </message>
    <message>
        <source>Answered: %1</source>
        <comment>HTTP status</comment>
        <translation>Respondida: %1</translation>
    </message>
    <message>
        <source>Lifecycle of the API&apos;s versions</source>
        <translation>Ciclo de vida de las versiones de la API</translation>
    </message>
    <message>
        <source>All times are UTC. Before anything is saved you see what every caller would get.</source>
        <translation>Todas las horas en UTC. Antes de guardar ves qué recibiría cada cliente.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Deprecated from</source>
        <translation>Obsoleta desde</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Termina</translation>
    </message>
    <message>
        <source>Keep serving after the end</source>
        <translation>Responder igualmente después del final</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Callers of a deprecated version are told so in every answer.</source>
        <translation>A los clientes de una versión obsoleta se les dice en cada respuesta.</translation>
    </message>
    <message>
        <source>Deprecation</source>
        <translation>Obsolescencia</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>From then on the version is refused with status 410, unless it is kept in service.</source>
        <translation>Desde entonces la versión se rechaza con el estado 410, salvo que responda igualmente.</translation>
    </message>
    <message>
        <source>Successor</source>
        <translation>Sucesora</translation>
    </message>
    <message>
        <source>Where its callers are sent.</source>
        <translation>Adónde se envía a sus clientes.</translation>
    </message>
    <message>
        <source>Brown-outs</source>
        <translation>Cortes</translation>
    </message>
    <message>
        <source>Short announced times at which a deprecated version is refused, so that whoever still calls it notices while there is time.</source>
        <translation>Ratos breves y anunciados en que se rechaza una versión obsoleta, para que quien aún la usa lo note a tiempo.</translation>
    </message>
    <message>
        <source>What callers get</source>
        <translation>Qué reciben los clientes</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save what the preview shows</source>
        <translation>Guardar lo que muestra la vista previa</translation>
    </message>
    <message>
        <source>Show what every caller would get; nothing is saved yet</source>
        <translation>Mostrar qué recibiría cada cliente; aún no se guarda nada</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Todavía no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Preview: this is what callers will get. Nothing is saved yet.</source>
        <translation>Vista previa: esto es lo que recibirán quienes llaman. Aún no se ha guardado nada.</translation>
    </message>
    <message>
        <source>Press “Preview” to see what every caller would get. Nothing is saved by that.</source>
        <translation>«Vista previa» muestra qué recibiría cada cliente. Con eso no se guarda nada.</translation>
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
        <translation>Versión</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>After its end</source>
        <translation>Después del final</translation>
    </message>
    <message>
        <source>In a brown-out</source>
        <translation>En un corte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln caller(s)</source>
        <translation>
            <numerusform>%Ln cliente</numerusform>
            <numerusform>%Ln clientes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 requests in 30 days</source>
        <translation>%1 peticiones en 30 días</translation>
    </message>
    <message>
        <source>none planned</source>
        <translation>ninguno previsto</translation>
    </message>
    <message numerus="yes">
        <source>%1 is refused at once; %n caller(s) used it in the last 30 days.</source>
        <translation>
            <numerusform>%1 se rechaza en el acto; %n cliente la usó en los últimos 30 días.</numerusform>
            <numerusform>%1 se rechaza en el acto; %n clientes la usaron en los últimos 30 días.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the lifecycle?</source>
        <translation>¿Guardar el ciclo de vida?</translation>
    </message>
    <message>
        <source>End the service?</source>
        <translation>¿Terminar el servicio?</translation>
    </message>
    <message>
        <source>Callers are told from the next answer on. It can be changed back.</source>
        <translation>Los clientes lo sabrán desde la próxima respuesta. Se puede volver a cambiar.</translation>
    </message>
    <message>
        <source>It can be changed back here.</source>
        <translation>Se puede volver a cambiar aquí.</translation>
    </message>
</context>
<context>
    <name>EnrolTwoFactorDialog</name>
    <message>
        <source>Set up the second factor</source>
        <translation>Configurar el segundo factor</translation>
    </message>
    <message>
        <source>Scan the code with an authenticator app, or type the secret into it. Then type the six digits that it shows.</source>
        <translation>Escanea el código con una app de autenticación o escribe en ella el secreto. Después escribe los seis dígitos que muestra.</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Copy the secret</source>
        <translation>Copiar el secreto</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secreto</translation>
    </message>
    <message>
        <source>For an authenticator that cannot scan.</source>
        <translation>Para un autenticador que no puede escanear.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>From now on signing in asks for such a code as well.</source>
        <translation>Desde ahora, al iniciar sesión se pide también un código así.</translation>
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
        <source>Copies the id under which the server&apos;s log knows this request</source>
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
    <message>
        <source>Exporting: %1 KiB</source>
        <translation>Exportando: %1 KiB</translation>
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
    <message>
        <source>Choose a day…</source>
        <translation>Elegir un día…</translation>
    </message>
    <message>
        <source>Enter a value…</source>
        <translation>Escribir un valor…</translation>
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
    <message>
        <source>Type the address of the server first.</source>
        <translation>Escribe primero la dirección del servidor.</translation>
    </message>
</context>
<context>
    <name>ForgotPasswordPage</name>
    <message>
        <source>Forgotten password</source>
        <translation>Contraseña olvidada</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Send the mail</source>
        <translation>Enviar el correo</translation>
    </message>
    <message>
        <source>Back to sign-in</source>
        <translation>Volver al inicio de sesión</translation>
    </message>
    <message>
        <source>Sign in with the password</source>
        <translation>Entrar con la contraseña</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>Ask the server for the mail (Return)</source>
        <translation>Pedir el correo al servidor (Intro)</translation>
    </message>
    <message>
        <source>Type the e-mail address first.</source>
        <translation>Escribe primero la dirección de correo.</translation>
    </message>
    <message>
        <source>The server sends a mail to the address of your account, with a code that sets a new password.</source>
        <translation>El servidor envía un correo a la dirección de tu cuenta con un código para poner otra contraseña.</translation>
    </message>
    <message>
        <source>I have a code already</source>
        <translation>Ya tengo un código</translation>
    </message>
    <message>
        <source>Set the new password with the code of a mail</source>
        <translation>Poner la contraseña nueva con el código de un correo</translation>
    </message>
    <message>
        <source>This is not an e-mail address.</source>
        <translation>Esto no es una dirección de correo.</translation>
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
        <source>The server is at work on this. Wait for its answer.</source>
        <translation>El servidor está trabajando en ello. Espera su respuesta.</translation>
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
        <source>Take the server&apos;s</source>
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
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Todavía no se ha cambiado nada.</translation>
    </message>
</context>
<context>
    <name>GatePage</name>
    <message>
        <source>Show the password</source>
        <translation>Mostrar la contraseña</translation>
    </message>
    <message>
        <source>Fill in every field first.</source>
        <translation>Rellena primero todos los campos.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Esto hace falta.</translation>
    </message>
</context>
<context>
    <name>Gauge</name>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
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
        <translation>Estado</translation>
    </message>
    <message>
        <source>Health score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Page cache hits</source>
        <translation>Aciertos de páginas</translation>
    </message>
    <message>
        <source>Index hits</source>
        <translation>Aciertos de índices</translation>
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
        <source>What the score is made of</source>
        <translation>De qué se compone la puntuación</translation>
    </message>
    <message>
        <source>Not known: the server does not tell.</source>
        <translation>No se sabe: el servidor no lo dice.</translation>
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
        <translation>Conexiones a la base de datos</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activas</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Inactivas</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>Aciertos de caché</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Indexes</source>
        <translation>Índices</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Tiempo de respuesta</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Mediana</translation>
    </message>
    <message>
        <source>95 of 100</source>
        <translation>95 de 100</translation>
    </message>
    <message>
        <source>99 of 100</source>
        <translation>99 de 100</translation>
    </message>
    <message>
        <source>Error rate, memory and processor</source>
        <translation>Tasa de errores, memoria y procesador</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Tables of the database</source>
        <translation>Tablas de la base de datos</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>Dead rows</source>
        <translation>Filas muertas</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Excelente</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bueno</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Conviene revisarlo</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Malo</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>out of 100</source>
        <translation>de 100</translation>
    </message>
    <message>
        <source>Nothing takes points off.</source>
        <translation>Nada resta puntos.</translation>
    </message>
    <message>
        <source>The server gives no score.</source>
        <translation>El servidor no da puntuación.</translation>
    </message>
    <message>
        <source>−%1: %2</source>
        <comment>points taken off, why</comment>
        <translation>−%1: %2</translation>
    </message>
    <message>
        <source>read without the disk</source>
        <translation>leído sin el disco</translation>
    </message>
    <message>
        <source>of the machine</source>
        <translation>de la máquina</translation>
    </message>
    <message>
        <source>used by the server</source>
        <translation>usado por el servidor</translation>
    </message>
    <message>
        <source>Connections at work</source>
        <translation>Conexiones en uso</translation>
    </message>
    <message>
        <source>Idle connections</source>
        <translation>Conexiones inactivas</translation>
    </message>
    <message>
        <source>Waiting for locks</source>
        <translation>Esperan bloqueos</translation>
    </message>
    <message>
        <source>Longest query</source>
        <translation>Consulta más larga</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>Peticiones por segundo</translation>
    </message>
    <message>
        <source>Answers that failed</source>
        <translation>Respuestas fallidas</translation>
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
    <name>LatencyBars</name>
    <message>
        <source>Time to answer</source>
        <translation>Tiempo de respuesta</translation>
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
        <translation>desconocido</translation>
    </message>
    <message>
        <source>median %1, 95 of 100 within %2, 99 of 100 within %3</source>
        <translation>mediana %1, 95 de 100 en %2, 99 de 100 en %3</translation>
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
        <translation>No se puede leer el archivo: %1</translation>
    </message>
    <message>
        <source>The file has %1; at most %2 are taken. Split the export, or use voxdeskd migrate-legacy on the server.</source>
        <translation>El archivo tiene %1; se aceptan como máximo %2. Divida la exportación o use voxdeskd migrate-legacy en el servidor.</translation>
    </message>
    <message>
        <source>This is not JSON: line %1, column %2: %3</source>
        <translation>Esto no es JSON: línea %1, columna %2: %3</translation>
    </message>
    <message>
        <source>The file holds no object; an export is {&quot;users&quot;: […], &quot;agents&quot;: […], …}.</source>
        <translation>El archivo no contiene un objeto; una exportación es {&quot;users&quot;: […], &quot;agents&quot;: […], …}.</translation>
    </message>
</context>
<context>
    <name>LegacyPane</name>
    <message>
        <source>Legacy migration</source>
        <translation>Migración heredada</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Choose the legacy system&apos;s export (Ctrl+O)</source>
        <translation>Elegir la exportación del sistema antiguo (Ctrl+O)</translation>
    </message>
    <message>
        <source>Import what the check has read (Ctrl+Return)</source>
        <translation>Importar lo que leyó la comprobación (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>What the server says about the rows</source>
        <translation>Lo que dice el servidor de las filas</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravedad</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Forget the file; nothing has been imported from it yet</source>
        <translation>Olvidar el archivo; aún no se ha importado nada de él</translation>
    </message>
    <message>
        <source>Legacy export</source>
        <translation>Exportación heredada</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>Archivos JSON (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Import %1?</source>
        <translation>¿Importar %1?</translation>
    </message>
    <message>
        <source>%1. It is imported as a whole or not at all; what was imported before is left alone. Once it runs it cannot be stopped, and it cannot be undone.</source>
        <translation>%1. Se importa todo o nada; lo ya importado no se toca. Una vez en marcha no se puede detener ni deshacer.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>An error stands in the way; see the rows.</source>
        <translation>Un error lo impide; vea las filas.</translation>
    </message>
    <message>
        <source>Importing… The console may be used meanwhile.</source>
        <translation>Importando… La consola puede usarse mientras tanto.</translation>
    </message>
    <message>
        <source>The server checks the file; nothing is changed yet.</source>
        <translation>El servidor comprueba el archivo; aún no se cambia nada.</translation>
    </message>
    <message>
        <source>Take over what a legacy system exported</source>
        <translation>Incorporar lo que exportó un sistema antiguo</translation>
    </message>
    <message>
        <source>Choose its JSON file with users, agents, campaigns and calls. The server checks it first and says what it finds, row by row; nothing is changed before you say so.</source>
        <translation>Elija su archivo JSON con usuarios, agentes, campañas y llamadas. El servidor lo comprueba primero y dice, fila por fila, lo que encuentra; nada cambia antes de que usted lo diga.</translation>
    </message>
    <message>
        <source>Under way…</source>
        <translation>En curso…</translation>
    </message>
    <message>
        <source>The file could not be checked</source>
        <translation>No se pudo comprobar el archivo</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>No row needs attention</source>
        <translation>Ninguna fila requiere atención</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln usuario</numerusform>
            <numerusform>%Ln usuarios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln agente</numerusform>
            <numerusform>%Ln agentes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln campaign(s)</source>
        <translation>
            <numerusform>%Ln campaña</numerusform>
            <numerusform>%Ln campañas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln llamada</numerusform>
            <numerusform>%Ln llamadas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a kind of row: how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>The file has %1. %2</source>
        <translation>El archivo contiene %1. %2</translation>
    </message>
    <message>
        <source>Nothing stands in the way.</source>
        <translation>Nada lo impide.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln remark(s) about its rows:</source>
        <translation>
            <numerusform>%Ln observación sobre sus filas:</numerusform>
            <numerusform>%Ln observaciones sobre sus filas:</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported: %1.</source>
        <translation>Importado: %1.</translation>
    </message>
    <message>
        <source>Was there already: %1.</source>
        <translation>Ya estaba: %1.</translation>
    </message>
    <message>
        <source>The import is done</source>
        <translation>La importación ha terminado</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>Usuario %1</translation>
    </message>
    <message>
        <source>Agent %1</source>
        <translation>Agente %1</translation>
    </message>
    <message>
        <source>Campaign %1</source>
        <translation>Campaña %1</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Llamada %1</translation>
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
    <message>
        <source>Not connected to %1</source>
        <translation>Sin conexión con %1</translation>
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
    <message>
        <source>A production server is always red.</source>
        <translation>Un servidor de producción siempre es rojo.</translation>
    </message>
</context>
<context>
    <name>ManageProviderKeysDialog</name>
    <message>
        <source>Provider keys</source>
        <translation>Claves de proveedores</translation>
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
        <source>Only members of that organisation can set, test or remove its keys.</source>
        <translation>Solo los miembros de esa organización pueden poner, probar o quitar sus claves.</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Reemplazar…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Sin clave</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <translation>termina en %1</translation>
    </message>
    <message>
        <source>last used %1</source>
        <translation>último uso %1</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>nunca usada</translation>
    </message>
    <message>
        <source>tested %1</source>
        <translation>probada %1</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Preguntando a %1…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Añadir…</translation>
    </message>
    <message>
        <source>There is no key for %1 yet.</source>
        <translation>Aún no hay clave para %1.</translation>
    </message>
    <message>
        <source>A test is under way.</source>
        <translation>Hay una prueba en curso.</translation>
    </message>
    <message>
        <source>Type a new key for %1; it is never shown again</source>
        <translation>Escribir una clave nueva para %1; nunca se vuelve a mostrar</translation>
    </message>
    <message>
        <source>Ask %1 now whether it takes the key</source>
        <translation>Preguntar ahora a %1 si acepta la clave</translation>
    </message>
    <message>
        <source>Remove the key for %1</source>
        <translation>Quitar la clave de %1</translation>
    </message>
    <message>
        <source>Remove the %1 key?</source>
        <translation>¿Quitar la clave de %1?</translation>
    </message>
    <message>
        <source>Agents of %1 that use %2 stop working until a new key is set.</source>
        <translation>Los agentes de %1 que usan %2 dejan de funcionar hasta que se ponga una clave nueva.</translation>
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
    <name>NotifyCallersDialog</name>
    <message>
        <source>Notify the callers of a version</source>
        <translation>Avisar a los clientes de una versión</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>You use version %1 of our API.</source>
        <translation>Usted usa la versión %1 de nuestra API.</translation>
    </message>
    <message>
        <source>It ends on %1 (UTC); from then on requests are refused.</source>
        <translation>Termina el %1 (UTC); desde entonces las peticiones se rechazan.</translation>
    </message>
    <message>
        <source>Please move to version %1. The API page of the server describes what differs.</source>
        <translation>Cambie por favor a la versión %1. La página de la API del servidor describe las diferencias.</translation>
    </message>
    <message>
        <source>The owners of all organisations that called it in the last 30 days get a mail, unless they turned notices off.</source>
        <translation>Los propietarios de todas las organizaciones que la llamaron en los últimos 30 días reciben un correo, salvo que hayan desactivado los avisos.</translation>
    </message>
    <message>
        <source>It is supported until %1 (UTC); after that it is answered without any promise.</source>
        <translation>Tiene soporte hasta el %1 (UTC); después se responde sin ninguna garantía.</translation>
    </message>
</context>
<context>
    <name>OptionalTimeEdit</name>
    <message>
        <source>Day and time, UTC</source>
        <translation>Día y hora, UTC</translation>
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
    <message>
        <source>Open on a private server on this computer, with demo data.</source>
        <translation>Abrir con un servidor privado en este equipo y datos de demostración.</translation>
    </message>
    <message>
        <source>With --try: start with an empty database.</source>
        <translation>Con --try: empezar con una base de datos vacía.</translation>
    </message>
    <message>
        <source>With --try: the server&apos;s port is &lt;n&gt; (default: any free one).</source>
        <translation>Con --try: el puerto del servidor es &lt;n&gt; (por omisión, uno libre).</translation>
    </message>
    <message>
        <source>With --try: the server&apos;s data is in &lt;folder&gt;.</source>
        <translation>Con --try: los datos del servidor están en &lt;folder&gt;.</translation>
    </message>
    <message>
        <source>“%1” is not a port from 0 to 65535.</source>
        <translation>«%1» no es un puerto de 0 a 65535.</translation>
    </message>
    <message>
        <source>%1 and %2 name two servers; one of them is enough.</source>
        <translation>%1 y %2 indican dos servidores; basta con uno.</translation>
    </message>
    <message>
        <source>%1 goes with --try only.</source>
        <translation>%1 solo va con --try.</translation>
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
    <message>
        <source>Show its agents</source>
        <translation>Mostrar sus agentes</translation>
    </message>
    <message>
        <source>Opens the agents of this organisation</source>
        <translation>Abre los agentes de esta organización</translation>
    </message>
    <message>
        <source>Show its access keys</source>
        <translation>Mostrar sus claves de acceso</translation>
    </message>
    <message>
        <source>Opens the access keys of this organisation</source>
        <translation>Abre las claves de acceso de esta organización</translation>
    </message>
    <message>
        <source>Show its calls</source>
        <translation>Mostrar sus llamadas</translation>
    </message>
    <message>
        <source>Opens the calls of this organisation</source>
        <translation>Abre las llamadas de esta organización</translation>
    </message>
    <message>
        <source>Show its audit log</source>
        <translation>Mostrar su auditoría</translation>
    </message>
    <message>
        <source>Opens what was done in this organisation (Ctrl+Shift+H)</source>
        <translation>Abre lo que se hizo en esta organización (Ctrl+Mayús+H)</translation>
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
    <message>
        <source>Open the calls</source>
        <translation>Abrir las llamadas</translation>
    </message>
    <message>
        <source>Open the usage</source>
        <translation>Abrir el consumo</translation>
    </message>
    <message>
        <source>Open all agents</source>
        <translation>Abrir todos los agentes</translation>
    </message>
    <message>
        <source>Open what the score is made of</source>
        <translation>Abrir de qué se compone la puntuación</translation>
    </message>
    <message>
        <source>Open today&apos;s answers, by version and route</source>
        <translation>Abrir las respuestas de hoy, por versión y ruta</translation>
    </message>
    <message>
        <source>of %1 answers</source>
        <translation>de %1 respuestas</translation>
    </message>
    <message>
        <source>Open the users who are signed in</source>
        <translation>Abrir los usuarios con sesión iniciada</translation>
    </message>
    <message>
        <source>Open the users at 80 % of their quota or more</source>
        <translation>Abrir los usuarios al 80 % de su cuota o más</translation>
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
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Consumo</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Operaciones</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plataforma</translation>
    </message>
</context>
<context>
    <name>ProviderKeysPane</name>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation>Termina en</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Último uso</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Puesta</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Probada</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) set</source>
        <translation>
            <numerusform>%n clave puesta</numerusform>
            <numerusform>%n claves puestas</numerusform>
        </translation>
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
        <source>Provider keys</source>
        <translation>Claves de proveedores</translation>
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
        <source>Every organisation keeps its own keys for the services its agents use.</source>
        <translation>Cada organización guarda sus propias claves para los servicios que usan sus agentes.</translation>
    </message>
    <message>
        <source>Works: the last test went well. Set: not tested yet. Test failed: the provider refused the key or did not answer.</source>
        <translation>Vale: la última prueba fue bien. Puesta: aún sin probar. Prueba fallida: el proveedor rechazó la clave o no respondió.</translation>
    </message>
    <message>
        <source>Your organisation&apos;s keys…</source>
        <translation>Claves de su organización…</translation>
    </message>
    <message>
        <source>Add, replace, test and remove the keys of your organisation (Ctrl+N)</source>
        <translation>Añadir, reemplazar, probar y quitar las claves de su organización (Ctrl+N)</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Claves…</translation>
    </message>
    <message>
        <source>Each key of this organisation, and what can be done with it (Return)</source>
        <translation>Cada clave de esta organización y lo que se puede hacer con ella (Intro)</translation>
    </message>
    <message>
        <source>Show its agents</source>
        <translation>Mostrar sus agentes</translation>
    </message>
    <message>
        <source>Opens the agents of this organisation</source>
        <translation>Abre los agentes de esta organización</translation>
    </message>
</context>
<context>
    <name>ProviderRegistry</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Which of the provider&apos;s models answers</source>
        <translation>Qué modelo del proveedor responde</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Higher varies the wording more</source>
        <translation>Más alta: palabras más variadas</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Respuesta más larga</translation>
    </message>
    <message>
        <source>Tokens of one answer at most</source>
        <translation>Tokens de una respuesta como máximo</translation>
    </message>
    <message>
        <source>Top P</source>
        <translation>Top P</translation>
    </message>
    <message>
        <source>Share of the likeliest words that are considered</source>
        <translation>Parte de las palabras más probables que se consideran</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>Penalización por frecuencia</translation>
    </message>
    <message>
        <source>Higher repeats itself less</source>
        <translation>Más alta: se repite menos</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>Penalización por presencia</translation>
    </message>
    <message>
        <source>Higher turns to new subjects sooner</source>
        <translation>Más alta: pasa antes a temas nuevos</translation>
    </message>
    <message>
        <source>Top K</source>
        <translation>Top K</translation>
    </message>
    <message>
        <source>How many of the likeliest words are considered</source>
        <translation>Cuántas de las palabras más probables se consideran</translation>
    </message>
    <message>
        <source>Own key</source>
        <translation>Clave propia</translation>
    </message>
    <message>
        <source>Used for this agent instead of the organisation&apos;s key; shown masked</source>
        <translation>Para este agente en lugar de la clave de la organización; se muestra oculta</translation>
    </message>
    <message>
        <source>Which of the provider&apos;s models listens</source>
        <translation>Qué modelo del proveedor escucha</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>BCP 47, such as en or pt-BR; multi where the model tells languages apart</source>
        <translation>BCP 47, como en o pt-BR; multi si el modelo distingue idiomas</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Adds full stops and commas</source>
        <translation>Añade puntos y comas</translation>
    </message>
    <message>
        <source>Smart formatting</source>
        <translation>Formato inteligente</translation>
    </message>
    <message>
        <source>Writes numbers, dates and amounts as figures</source>
        <translation>Escribe números, fechas e importes en cifras</translation>
    </message>
    <message>
        <source>End of speech</source>
        <translation>Fin del habla</translation>
    </message>
    <message>
        <source>Milliseconds of silence that end a sentence</source>
        <translation>Milisegundos de silencio que acaban una frase</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vocabulario</translation>
    </message>
    <message>
        <source>Names and words the model should expect</source>
        <translation>Nombres y palabras que el modelo debe esperar</translation>
    </message>
    <message>
        <source>Which of the provider&apos;s models speaks</source>
        <translation>Qué modelo del proveedor habla</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Quién habla</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>1 is the voice&apos;s own pace</source>
        <translation>1 es el ritmo propio de la voz</translation>
    </message>
    <message>
        <source>Manner</source>
        <translation>Manera</translation>
    </message>
    <message>
        <source>How it should sound, in words</source>
        <translation>Cómo debe sonar, en palabras</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Frecuencia de muestreo</translation>
    </message>
    <message>
        <source>Hertz; telephone lines carry 8000</source>
        <translation>Hercios; las líneas telefónicas llevan 8000</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Modelo de lenguaje</translation>
    </message>
    <message>
        <source>Speech-to-text</source>
        <translation>Reconocimiento de voz</translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation>Interrupciones</translation>
    </message>
    <message>
        <source>May be interrupted</source>
        <translation>Se puede interrumpir</translation>
    </message>
    <message>
        <source>The agent stops speaking when the caller does</source>
        <translation>El agente calla cuando habla quien llama</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>So many words count as an interruption</source>
        <translation>Tantas palabras cuentan como interrupción</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Seconds of speech that count as an interruption</source>
        <translation>Segundos de habla que cuentan como interrupción</translation>
    </message>
    <message>
        <source>Pause afterwards</source>
        <translation>Pausa posterior</translation>
    </message>
    <message>
        <source>Seconds of silence before the agent speaks again</source>
        <translation>Segundos de silencio antes de que el agente vuelva a hablar</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilidad</translation>
    </message>
    <message>
        <source>How easily background noise counts as speech</source>
        <translation>Con qué facilidad el ruido de fondo cuenta como habla</translation>
    </message>
    <message>
        <source>low</source>
        <translation>baja</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>media</translation>
    </message>
    <message>
        <source>high</source>
        <translation>alta</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instrucciones</translation>
    </message>
    <message>
        <source>Who the agent is and what it is to do</source>
        <translation>Quién es el agente y qué debe hacer</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Primer mensaje</translation>
    </message>
    <message>
        <source>Said when the call begins; empty waits for the caller</source>
        <translation>Se dice al empezar; vacío: espera a quien llama</translation>
    </message>
    <message>
        <source>Idle message</source>
        <translation>Mensaje de espera</translation>
    </message>
    <message>
        <source>Said when the caller is silent for long</source>
        <translation>Se dice cuando quien llama calla mucho tiempo</translation>
    </message>
    <message>
        <source>Idle after</source>
        <translation>Espera tras</translation>
    </message>
    <message>
        <source>Seconds of silence before the idle message</source>
        <translation>Segundos de silencio antes del mensaje</translation>
    </message>
    <message>
        <source>Idle messages</source>
        <translation>Mensajes de espera</translation>
    </message>
    <message>
        <source>So often the idle message is said before the call ends</source>
        <translation>Veces que se dice el mensaje antes de acabar la llamada</translation>
    </message>
    <message>
        <source>Last message</source>
        <translation>Último mensaje</translation>
    </message>
    <message>
        <source>Said before the agent hangs up</source>
        <translation>Se dice antes de que el agente cuelgue</translation>
    </message>
    <message>
        <source>Longest call</source>
        <translation>Llamada más larga</translation>
    </message>
    <message>
        <source>Seconds after which the call ends</source>
        <translation>Segundos tras los que acaba la llamada</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code for an authenticator</source>
        <translation>Código QR para un autenticador</translation>
    </message>
</context>
<context>
    <name>RenameDeviceDialog</name>
    <message>
        <source>Rename the device</source>
        <translation>Renombrar el dispositivo</translation>
    </message>
    <message>
        <source>So that you know it again in this list.</source>
        <translation>Para que lo reconozcas en esta lista.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
</context>
<context>
    <name>ResetPasswordPage</name>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>From the mail; it works once.</source>
        <translation>Del correo; sirve una vez.</translation>
    </message>
    <message>
        <source>At least 8 characters.</source>
        <translation>Al menos 8 caracteres.</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Otra vez la contraseña nueva</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>Poner la contraseña</translation>
    </message>
    <message>
        <source>Back to sign-in</source>
        <translation>Volver al inicio de sesión</translation>
    </message>
    <message>
        <source>Leave the password as it is</source>
        <translation>Dejar la contraseña como está</translation>
    </message>
    <message>
        <source>Setting a new password ends every session of the account.</source>
        <translation>Una contraseña nueva cierra todas las sesiones de la cuenta.</translation>
    </message>
    <message>
        <source>If %1 has an account here, a mail is on its way. Setting a new password ends every session of the account.</source>
        <translation>Si %1 tiene una cuenta aquí, hay un correo en camino. Una contraseña nueva cierra todas las sesiones de la cuenta.</translation>
    </message>
    <message>
        <source>Setting…</source>
        <translation>Poniendo…</translation>
    </message>
    <message>
        <source>Use at least 8 characters.</source>
        <translation>Usa al menos 8 caracteres.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Las dos contraseñas son distintas.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
</context>
<context>
    <name>RotateAccessKeyDialog</name>
    <message>
        <source>Rotate %1</source>
        <translation>Renovar %1</translation>
    </message>
    <message>
        <source>The key gets a new secret, which is shown once. Put it into the program while both work.</source>
        <translation>La clave recibe un secreto nuevo, que se muestra una vez. Póngalo en el programa mientras valgan los dos.</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Renovar</translation>
    </message>
    <message>
        <source>Ends at once</source>
        <translation>Acaba de inmediato</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) more</source>
        <translation>
            <numerusform>%n hora más</numerusform>
            <numerusform>%n horas más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) more</source>
        <translation>
            <numerusform>%n día más</numerusform>
            <numerusform>%n días más</numerusform>
        </translation>
    </message>
    <message>
        <source>The old secret works</source>
        <translation>El secreto antiguo vale</translation>
    </message>
    <message>
        <source>If the old secret has leaked, end it at once.</source>
        <translation>Si el secreto antiguo se ha filtrado, anúlelo de inmediato.</translation>
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
    <message>
        <source>Stop after the rows under way</source>
        <translation>Detener tras las filas en curso</translation>
    </message>
</context>
<context>
    <name>SecurityPane</name>
    <message>
        <source>Unknown device</source>
        <translation>Dispositivo desconocido</translation>
    </message>
    <message>
        <source>Desktop program</source>
        <translation>Programa de escritorio</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Navegador</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Móvil</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Apagado</translation>
    </message>
    <message>
        <source>Since %1 signing in asks for a code of your authenticator as well.</source>
        <translation>Desde %1, al iniciar sesión se pide también un código de tu autenticador.</translation>
    </message>
    <message>
        <source>Whoever learns your password can sign in. With a second factor they also need your authenticator.</source>
        <translation>Quien averigüe tu contraseña puede entrar. Con un segundo factor necesita también tu autenticador.</translation>
    </message>
    <message numerus="yes">
        <source>%n recovery code(s) left.</source>
        <translation>
            <numerusform>Queda %n código de recuperación.</numerusform>
            <numerusform>Quedan %n códigos de recuperación.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n recovery code(s) left: make new ones.</source>
        <translation>
            <numerusform>Solo queda %n código de recuperación: crea otros.</numerusform>
            <numerusform>Solo quedan %n códigos de recuperación: crea otros.</numerusform>
        </translation>
    </message>
    <message>
        <source>No recovery code is left: make new ones, or losing the authenticator locks you out.</source>
        <translation>No queda ningún código de recuperación: crea otros, o perder el autenticador te dejará fuera.</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <comment>a device</comment>
        <translation>%1 (este)</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n sesión</numerusform>
            <numerusform>%n sesiones</numerusform>
        </translation>
    </message>
    <message>
        <source>This has not been read from the server yet.</source>
        <translation>Esto aún no se ha leído del servidor.</translation>
    </message>
    <message>
        <source>Set another password; your other sessions are ended</source>
        <translation>Poner otra contraseña; se cierran tus demás sesiones</translation>
    </message>
    <message>
        <source>It is on already.</source>
        <translation>Ya está activo.</translation>
    </message>
    <message>
        <source>Protect this account with an authenticator</source>
        <translation>Proteger esta cuenta con un autenticador</translation>
    </message>
    <message>
        <source>The second factor is off.</source>
        <translation>El segundo factor está apagado.</translation>
    </message>
    <message>
        <source>Replaces the codes that are left</source>
        <translation>Sustituye los códigos que quedan</translation>
    </message>
    <message>
        <source>Signing in then asks for the password alone</source>
        <translation>Al iniciar sesión se pedirá solo la contraseña</translation>
    </message>
    <message>
        <source>Select a device first.</source>
        <translation>Selecciona primero un dispositivo.</translation>
    </message>
    <message>
        <source>Give the device a name that you know (F2)</source>
        <translation>Dar al dispositivo un nombre que conozcas (F2)</translation>
    </message>
    <message>
        <source>This is the device you are at. Sign out instead.</source>
        <translation>Es el dispositivo en el que estás. Cierra sesión en su lugar.</translation>
    </message>
    <message>
        <source>Sign the device out and forget it (Del)</source>
        <translation>Cerrar la sesión del dispositivo y olvidarlo (Supr)</translation>
    </message>
    <message numerus="yes">
        <source>The password is changed; %n other session(s) ended.</source>
        <translation>
            <numerusform>La contraseña ha cambiado; se cerró %n sesión más.</numerusform>
            <numerusform>La contraseña ha cambiado; se cerraron %n sesiones más.</numerusform>
        </translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>La contraseña ha cambiado.</translation>
    </message>
    <message>
        <source>Turn the second factor off?</source>
        <translation>¿Apagar el segundo factor?</translation>
    </message>
    <message>
        <source>Signing in then asks for the password alone, and the recovery codes are worth nothing any more.</source>
        <translation>Al iniciar sesión se pedirá solo la contraseña, y los códigos de recuperación dejarán de valer.</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Apagar</translation>
    </message>
    <message>
        <source>Create new recovery codes?</source>
        <translation>¿Crear nuevos códigos de recuperación?</translation>
    </message>
    <message>
        <source>The old ones are worth nothing from then on.</source>
        <translation>Los antiguos dejan de valer desde entonces.</translation>
    </message>
    <message>
        <source>Create new codes</source>
        <translation>Crear códigos</translation>
    </message>
    <message>
        <source>Sign out %1?</source>
        <translation>¿Cerrar la sesión de %1?</translation>
    </message>
    <message>
        <source>Its sessions end at once. Whoever sits there needs your password and your second factor again, and counts as a new device.</source>
        <translation>Sus sesiones terminan en el acto. Quien esté allí necesitará de nuevo tu contraseña y tu segundo factor, y contará como un dispositivo nuevo.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>%1 is signed out.</source>
        <translation>%1 ya no tiene sesión.</translation>
    </message>
    <message>
        <source>Change the password…</source>
        <translation>Cambiar la contraseña…</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Configurar…</translation>
    </message>
    <message>
        <source>New recovery codes…</source>
        <translation>Nuevos códigos de recuperación…</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Apagar…</translation>
    </message>
    <message>
        <source>Rename the device…</source>
        <translation>Renombrar el dispositivo…</translation>
    </message>
    <message>
        <source>Sign the device out…</source>
        <translation>Cerrar la sesión del dispositivo…</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Visto por última vez</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Visto por primera vez</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Long and used nowhere else is better than complicated.</source>
        <translation>Larga y no usada en otro sitio es mejor que complicada.</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Segundo factor</translation>
    </message>
    <message>
        <source>Where this account was signed in. Sign out what you do not know, and change the password then.</source>
        <translation>Dónde se inició sesión con esta cuenta. Cierra lo que no conozcas y cambia entonces la contraseña.</translation>
    </message>
    <message>
        <source>What happened to this account</source>
        <translation>Qué pasó con esta cuenta</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Todavía nada</translation>
    </message>
    <message>
        <source>Sign-ins and changes of this account appear here.</source>
        <translation>Aquí aparecen los inicios de sesión y los cambios de esta cuenta.</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Inicio de sesión</translation>
    </message>
    <message>
        <source>Recent activity</source>
        <translation>Actividad reciente</translation>
    </message>
    <message>
        <source>Account and security</source>
        <translation>Cuenta y seguridad</translation>
    </message>
    <message>
        <source>Mail a code</source>
        <translation>Enviar un código</translation>
    </message>
    <message>
        <source>Enter the code…</source>
        <translation>Escribir el código…</translation>
    </message>
    <message>
        <source>Change the preferences…</source>
        <translation>Cambiar las preferencias…</translation>
    </message>
    <message>
        <source>E-mail and preferences</source>
        <translation>Correo y preferencias</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Sesión cerrada</translation>
    </message>
</context>
<context>
    <name>SeriesChart</name>
    <message>
        <source>Sum</source>
        <translation>Suma</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
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
</context>
<context>
    <name>SetProviderKeyDialog</name>
    <message>
        <source>Replace the %1 key</source>
        <translation>Reemplazar la clave de %1</translation>
    </message>
    <message>
        <source>Add a %1 key</source>
        <translation>Añadir una clave de %1</translation>
    </message>
    <message>
        <source>The key in use stops being used as soon as this one is saved.</source>
        <translation>La clave actual deja de usarse en cuanto se guarde esta.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Agents may use it</source>
        <translation>Los agentes pueden usarla</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Typed once: the server seals it, and nobody, you included, can read it again.</source>
        <translation>Se escribe una vez: el servidor la sella y nadie, tampoco usted, puede volver a leerla.</translation>
    </message>
</context>
<context>
    <name>SettingEditor</name>
    <message>
        <source>Not set</source>
        <translation>Sin poner</translation>
    </message>
    <message>
        <source>%1 (deprecated)</source>
        <comment>a model</comment>
        <translation>%1 (obsoleto)</translation>
    </message>
    <message>
        <source>Stored (%1). Type to replace it.</source>
        <translation>Guardada (%1). Escriba para reemplazarla.</translation>
    </message>
    <message>
        <source>None. Typed once, never shown again.</source>
        <translation>Ninguna. Se escribe una vez, nunca se vuelve a mostrar.</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Oculto</translation>
    </message>
    <message>
        <source>Removed when you save.</source>
        <translation>Se quita al guardar.</translation>
    </message>
    <message>
        <source>Remove the stored secret</source>
        <translation>Quitar el secreto guardado</translation>
    </message>
    <message>
        <source>Keep the stored secret</source>
        <translation>Conservar el secreto guardado</translation>
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
        <source>This is not the server&apos;s token. Copy the one that it printed when it started last.</source>
        <translation>Este no es el token del servidor. Copie el que mostró en su último arranque.</translation>
    </message>
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
    <name>ShowRecoveryCodesDialog</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Códigos de recuperación</translation>
    </message>
    <message>
        <source>Each signs you in once when the authenticator is not at hand. They are shown this once: keep them where nobody else finds them, and not on this computer alone.</source>
        <translation>Cada uno te permite entrar una vez cuando no tienes el autenticador a mano. Se muestran solo esta vez: guárdalos donde nadie más los encuentre, y no solo en este ordenador.</translation>
    </message>
    <message>
        <source>Close; the codes are not shown again</source>
        <translation>Cerrar; los códigos no se muestran otra vez</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy all codes to the clipboard</source>
        <translation>Copiar todos los códigos al portapapeles</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Write the codes to a file</source>
        <translation>Escribir los códigos en un archivo</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Put the codes on paper</source>
        <translation>Poner los códigos en papel</translation>
    </message>
    <message>
        <source>Voxdesk recovery codes, each works once</source>
        <translation>Códigos de recuperación de Voxdesk, cada uno sirve una vez</translation>
    </message>
    <message>
        <source>The codes are on the clipboard.</source>
        <translation>Los códigos están en el portapapeles.</translation>
    </message>
    <message>
        <source>Save the recovery codes</source>
        <translation>Guardar los códigos de recuperación</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Archivos de texto (*.txt)</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>No se puede escribir el archivo: %1</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Escrito en %1</translation>
    </message>
    <message>
        <source>The codes went to the printer.</source>
        <translation>Los códigos fueron a la impresora.</translation>
    </message>
    <message>
        <source>Close without keeping them</source>
        <translation>Cerrar sin guardarlos</translation>
    </message>
</context>
<context>
    <name>ShowSecretDialog</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secreto</translation>
    </message>
    <message>
        <source>The secret, to be copied</source>
        <translation>El secreto, para copiar</translation>
    </message>
    <message>
        <source>Copy the secret to the clipboard</source>
        <translation>Copiar el secreto al portapapeles</translation>
    </message>
    <message>
        <source>Close; the secret is not shown again</source>
        <translation>Cerrar; el secreto no se vuelve a mostrar</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Close without copying</source>
        <translation>Cerrar sin copiar</translation>
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
        <source>This server has no administrator yet; needs its setup token</source>
        <translation>Este servidor aún no tiene administrador; hace falta su token de instalación</translation>
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
    <message>
        <source>Forgotten your password?</source>
        <translation>¿Olvidaste la contraseña?</translation>
    </message>
    <message>
        <source>Set a new one by a mail of the server</source>
        <translation>Poner otra mediante un correo del servidor</translation>
    </message>
    <message>
        <source>Enter the code of the confirmation mail…</source>
        <translation>Escribir el código del correo de confirmación…</translation>
    </message>
    <message>
        <source>This server lets nobody in before the e-mail address is confirmed</source>
        <translation>Este servidor no deja entrar a nadie antes de confirmar la dirección de correo</translation>
    </message>
    <message>
        <source>The e-mail address of this account is not confirmed yet.</source>
        <translation>La dirección de correo de esta cuenta aún no está confirmada.</translation>
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
    <name>StepUpDialogs</name>
    <message>
        <source>Is it still you?</source>
        <translation>¿Sigues siendo tú?</translation>
    </message>
    <message>
        <source>This action needs your second factor again. It is asked for at most every ten minutes.</source>
        <translation>Esta acción necesita otra vez tu segundo factor. Se pide como mucho cada diez minutos.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
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
        <source>The export was cancelled; no file was written.</source>
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
        <source>CSV files marked as UTF-8, for Excel (*.csv)</source>
        <translation>Archivos CSV marcados como UTF-8, para Excel (*.csv)</translation>
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
    <message>
        <source>%1 written to %2</source>
        <comment>size, file</comment>
        <translation>%1 escritos en %2</translation>
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
    <message>
        <source>No room for: %1</source>
        <translation>Sin espacio para: %1</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>columns</comment>
        <translation>+%1</translation>
    </message>
    <message>
        <source>There are no rows to export.</source>
        <translation>No hay filas que exportar.</translation>
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
    <name>TryAgentDialog</name>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>Probar %1</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversación</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>Su mensaje</translation>
    </message>
    <message>
        <source>Write what a caller would say</source>
        <translation>Escriba lo que diría quien llama</translation>
    </message>
    <message>
        <source>Return sends it</source>
        <translation>Intro lo envía</translation>
    </message>
    <message>
        <source>Send to the agent (Return)</source>
        <translation>Enviar al agente (Intro)</translation>
    </message>
    <message>
        <source>Answers cost what they cost in a call: tokens count for your organisation.</source>
        <translation>Las respuestas cuestan lo mismo que en una llamada: los tokens cuentan para su organización.</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Primer mensaje</translation>
    </message>
    <message>
        <source>The agent is thinking…</source>
        <translation>El agente está pensando…</translation>
    </message>
    <message>
        <source>This server cannot try agents. Update it.</source>
        <translation>Este servidor no puede probar agentes. Actualícelo.</translation>
    </message>
    <message>
        <source>%1 + %2 tokens</source>
        <comment>in and out</comment>
        <translation>%1 + %2 tokens</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Nothing spent yet.</source>
        <translation>Aún no se ha gastado nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n respuesta</numerusform>
            <numerusform>%n respuestas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
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
    <name>UsageBar</name>
    <message>
        <source>%1 of %2 tokens used this month (%3)</source>
        <translation>%1 de %2 tokens usados este mes (%3)</translation>
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
        <translation>Total acumulado del mes</translation>
    </message>
    <message>
        <source>80 % of the quota: %1</source>
        <translation>80 % de la cuota: %1</translation>
    </message>
    <message>
        <source>Quota: %1</source>
        <translation>Cuota: %1</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>Todos los demás</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 tokens</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 llamadas</translation>
    </message>
    <message>
        <source>The period before, %1 – %2</source>
        <translation>El periodo anterior, %1 – %2</translation>
    </message>
    <message>
        <source>$%1</source>
        <translation>%1 $</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Suma</translation>
    </message>
</context>
<context>
    <name>UsageControls</name>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Últimos 90 días</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Mes pasado</translation>
    </message>
    <message>
        <source>Custom range</source>
        <translation>Intervalo personalizado</translation>
    </message>
    <message>
        <source>First day, UTC</source>
        <translation>Primer día, UTC</translation>
    </message>
    <message>
        <source>Last day, UTC</source>
        <translation>Último día, UTC</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Agrupar por</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Por día</translation>
    </message>
    <message>
        <source>By organisation</source>
        <translation>Por organización</translation>
    </message>
    <message>
        <source>By user</source>
        <translation>Por usuario</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>Por proveedor</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>Qué muestra el gráfico</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>How the chart is drawn</source>
        <translation>Cómo se dibuja el gráfico</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Barras</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Running total</source>
        <translation>Total acumulado</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Shows the period before beside this one</source>
        <translation>Muestra el periodo anterior junto a este</translation>
    </message>
</context>
<context>
    <name>UsagePane</name>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Consumo</translation>
    </message>
    <message>
        <source>Usage written to %1</source>
        <translation>Consumo escrito en %1</translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written.</source>
        <translation>Se canceló la exportación; no se escribió ningún archivo.</translation>
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
        <translation>No se pudo cargar nada</translation>
    </message>
    <message>
        <source>The reason is shown above.</source>
        <translation>El motivo se muestra arriba.</translation>
    </message>
    <message>
        <source>Nothing was used in this period</source>
        <translation>No se consumió nada en este periodo</translation>
    </message>
    <message>
        <source>Choose a longer period.</source>
        <translation>Elija un periodo más largo.</translation>
    </message>
    <message>
        <source>Choose a longer period or remove a filter.</source>
        <translation>Elija un periodo más largo o quite un filtro.</translation>
    </message>
    <message>
        <source>Export usage</source>
        <translation>Exportar el consumo</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <comment>file type, ending</comment>
        <translation>Archivos %1 (*.%2)</translation>
    </message>
    <message>
        <source>Chart written to %1</source>
        <translation>Gráfico escrito en %1</translation>
    </message>
    <message>
        <source>%1 of the platform</source>
        <comment>what is shown: cost, tokens</comment>
        <translation>%1 de la plataforma</translation>
    </message>
    <message>
        <source>Sum of the period: %1</source>
        <translation>Suma del periodo: %1</translation>
    </message>
    <message>
        <source>What this consists of</source>
        <translation>De qué se compone</translation>
    </message>
    <message>
        <source>Shows what the selected row consists of (Return)</source>
        <translation>Muestra de qué se compone la fila elegida (Intro)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Back to what was shown before (Alt+Left)</source>
        <translation>Volver a lo que se mostraba antes (Alt+Izquierda)</translation>
    </message>
    <message>
        <source>Show in Users</source>
        <translation>Mostrar en Usuarios</translation>
    </message>
    <message>
        <source>Opens the users behind the selected row (Ctrl+Return)</source>
        <translation>Abre los usuarios tras la fila elegida (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Exportar como CSV…</translation>
    </message>
    <message>
        <source>Writes the figures of all keys and days as CSV (Ctrl+E)</source>
        <translation>Escribe las cifras de todos los elementos y días como CSV (Ctrl+E)</translation>
    </message>
    <message>
        <source>Export the chart as PDF…</source>
        <translation>Exportar el gráfico como PDF…</translation>
    </message>
    <message>
        <source>Writes the chart for printing (Ctrl+Shift+P)</source>
        <translation>Escribe el gráfico para imprimir (Ctrl+Mayús+P)</translation>
    </message>
    <message>
        <source>Export the chart as PNG…</source>
        <translation>Exportar el gráfico como PNG…</translation>
    </message>
    <message>
        <source>Writes the chart as a picture (Ctrl+Shift+G)</source>
        <translation>Escribe el gráfico como imagen (Ctrl+Mayús+G)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Writes the figures or the chart to a file</source>
        <translation>Escribe las cifras o el gráfico en un archivo</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Previsión</translation>
    </message>
    <message>
        <source>Quota used this month</source>
        <translation>Cuota usada este mes</translation>
    </message>
    <message>
        <source>Figures of the chart</source>
        <translation>Cifras del gráfico</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>+12 % on (the earlier figure)</comment>
        <translation>%1 sobre %2</translation>
    </message>
    <message>
        <source>nothing before</source>
        <translation>antes nada</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) over quota</source>
        <translation>
            <numerusform>%n evento sobre la cuota</numerusform>
            <numerusform>%n eventos sobre la cuota</numerusform>
        </translation>
    </message>
    <message>
        <source>Forecast for %1</source>
        <comment>a month</comment>
        <translation>Previsión de %1</translation>
    </message>
    <message>
        <source>at the pace of the last 7 days</source>
        <translation>al ritmo de los últimos 7 días</translation>
    </message>
    <message>
        <source>What the month comes to at its end: what was used so far, plus for each day left the average of the last seven whole days. Today counts with what it has, or with that average if it is more.</source>
        <translation>A cuánto llega el mes al terminar: lo usado hasta ahora más, por cada día restante, el promedio de los últimos siete días completos. El día de hoy cuenta con lo que tiene, o con ese promedio si es mayor.</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <comment>used of allowed</comment>
        <translation>%1 de %2 tokens</translation>
    </message>
    <message>
        <source>%1, drawn by week</source>
        <comment>period</comment>
        <translation>%1, dibujado por semanas</translation>
    </message>
</context>
<context>
    <name>UsageTableModel</name>
    <message>
        <source>All others</source>
        <translation>Todos los demás</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Suma</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>new</source>
        <comment>there was nothing before</comment>
        <translation>nuevo</translation>
    </message>
    <message>
        <source>Of the whole, by what the chart shows</source>
        <translation>Del total, según lo que muestra el gráfico</translation>
    </message>
    <message>
        <source>The period before, by what the chart shows</source>
        <translation>El periodo anterior, según lo que muestra el gráfico</translation>
    </message>
    <message>
        <source>Day (UTC)</source>
        <translation>Día (UTC)</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambio</translation>
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
        <source>Edit user…</source>
        <translation>Editar usuario…</translation>
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
    <message>
        <source>Show usage</source>
        <translation>Mostrar consumo</translation>
    </message>
    <message>
        <source>What this user consumed, against the quota (Ctrl+Shift+G)</source>
        <translation>Lo que consumió este usuario frente a la cuota (Ctrl+Mayús+G)</translation>
    </message>
    <message>
        <source>Show agents</source>
        <translation>Mostrar agentes</translation>
    </message>
    <message>
        <source>The agents that this user created (Ctrl+Shift+B)</source>
        <translation>Los agentes que creó este usuario (Ctrl+Mayús+B)</translation>
    </message>
    <message>
        <source>Show audit log</source>
        <translation>Mostrar el registro de auditoría</translation>
    </message>
    <message>
        <source>The audit log of what this user did (Ctrl+Shift+H)</source>
        <translation>La auditoría de lo que hizo este usuario (Ctrl+Mayús+H)</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Cuota</translation>
    </message>
    <message>
        <source>At 80 % or more</source>
        <translation>Al 80 % o más</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Abierta ahora</translation>
    </message>
    <message>
        <source>Role there</source>
        <translation>Rol allí</translation>
    </message>
</context>
<context>
    <name>VersionTimeline</name>
    <message>
        <source>Lives of the API&apos;s versions</source>
        <translation>Vidas de las versiones de la API</translation>
    </message>
    <message>
        <source>Supported</source>
        <translation>Soportada</translation>
    </message>
    <message>
        <source>Deprecated</source>
        <translation>Obsoleta</translation>
    </message>
    <message>
        <source>Ended, still answers</source>
        <translation>Terminada, aún responde</translation>
    </message>
    <message>
        <source>Ended, refused</source>
        <translation>Terminada, rechazada</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>version: status</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Deprecated from %1.</source>
        <translation>Obsoleta desde %1.</translation>
    </message>
    <message>
        <source>Ends %1, and is answered all the same.</source>
        <translation>Termina %1 y se responde igualmente.</translation>
    </message>
    <message>
        <source>Ends %1, and is refused from then on.</source>
        <translation>Termina %1 y desde entonces se rechaza.</translation>
    </message>
    <message>
        <source>Its successor is %1.</source>
        <translation>Su sucesora es %1.</translation>
    </message>
    <message>
        <source>Brown-out from %1 to %2.</source>
        <translation>Corte desde %1 hasta %2.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Ageing</source>
        <comment>deprecated, where there is little room</comment>
        <translation>Obsoleta</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminada</translation>
    </message>
</context>
<context>
    <name>VersionsPane</name>
    <message>
        <source>Access key</source>
        <translation>Clave de acceso</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Signs in as</source>
        <translation>Entra como</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Peticiones</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallidas</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Visto por última vez</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>on all versions</source>
        <translation>en todas las versiones</translation>
    </message>
    <message>
        <source>%1 of all answers</source>
        <translation>%1 de todas las respuestas</translation>
    </message>
    <message>
        <source>no requests yet</source>
        <translation>aún sin peticiones</translation>
    </message>
    <message>
        <source>Who calls %1</source>
        <comment>a version</comment>
        <translation>Quién usa %1</translation>
    </message>
    <message>
        <source>The versions have not been read yet.</source>
        <translation>Las versiones aún no se han leído.</translation>
    </message>
    <message>
        <source>Deprecate, end or support a version; with a preview (F2)</source>
        <translation>Declarar obsoleta, terminar o soportar una versión; con vista previa (F2)</translation>
    </message>
    <message>
        <source>Write to everybody who calls a version (Ctrl+Shift+M)</source>
        <translation>Escribir a todos los que usan una versión (Ctrl+Mayús+M)</translation>
    </message>
    <message>
        <source>Select a caller first.</source>
        <translation>Selecciona primero un cliente.</translation>
    </message>
    <message>
        <source>Opens this user or the access keys of its organisation (Ctrl+Return)</source>
        <translation>Abre este usuario o las claves de acceso de su organización (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>The lifecycle is saved and holds from the next request on.</source>
        <translation>El ciclo de vida está guardado y rige desde la próxima petición.</translation>
    </message>
    <message numerus="yes">
        <source>A mail about %1 goes to %n recipient(s).</source>
        <translation>
            <numerusform>Un correo sobre %1 va a %n destinatario.</numerusform>
            <numerusform>Un correo sobre %1 va a %n destinatarios.</numerusform>
        </translation>
    </message>
    <message>
        <source>API versions</source>
        <translation>Versiones de la API</translation>
    </message>
    <message>
        <source>Edit the lifecycle…</source>
        <translation>Editar el ciclo de vida…</translation>
    </message>
    <message>
        <source>Notify callers…</source>
        <translation>Avisar a los clientes…</translation>
    </message>
    <message>
        <source>Show this caller</source>
        <translation>Mostrar este cliente</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>How far back the figures go; days are days in UTC</source>
        <translation>Hasta dónde llegan las cifras; los días son días en UTC</translation>
    </message>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>Último %n día</numerusform>
            <numerusform>Últimos %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests a day</source>
        <translation>Peticiones al día</translation>
    </message>
    <message>
        <source>Callers a day</source>
        <translation>Clientes al día</translation>
    </message>
    <message>
        <source>Answers that failed, per cent</source>
        <translation>Respuestas fallidas, por ciento</translation>
    </message>
    <message>
        <source>Time to answer, milliseconds</source>
        <translation>Tiempo de respuesta, milisegundos</translation>
    </message>
    <message>
        <source>Routes of the version</source>
        <translation>Rutas de la versión</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Mediana</translation>
    </message>
    <message>
        <source>95 of 100</source>
        <translation>95 de 100</translation>
    </message>
    <message>
        <source>99 of 100</source>
        <translation>99 de 100</translation>
    </message>
    <message>
        <source>Who calls the version</source>
        <translation>Quién usa la versión</translation>
    </message>
    <message>
        <source>Nobody calls it</source>
        <translation>Nadie la usa</translation>
    </message>
    <message>
        <source>In this period no request named this version.</source>
        <translation>En este período ninguna petición nombró esta versión.</translation>
    </message>
    <message>
        <source>What is known of the version</source>
        <translation>Qué se sabe de la versión</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Rutas</translation>
    </message>
    <message>
        <source>The versions compared</source>
        <translation>Las versiones comparadas</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Termina</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Failed, share</source>
        <translation>Parte fallida</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Han cambiado</translation>
    </message>
    <message>
        <source>Answers that failed</source>
        <translation>Respuestas fallidas</translation>
    </message>
    <message>
        <source>Lives of the versions</source>
        <translation>Vidas de las versiones</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Comparación</translation>
    </message>
    <message>
        <source>Select a version to see who calls it, and which routes.</source>
        <translation>Selecciona una versión para ver quién la usa y qué rutas.</translation>
    </message>
    <message>
        <source>Many</source>
        <translation>Muchos</translation>
    </message>
    <message>
        <source>Others, not told apart</source>
        <translation>Otros, sin distinguir</translation>
    </message>
    <message>
        <source>No route answered</source>
        <translation>Ninguna ruta respondió</translation>
    </message>
    <message>
        <source>of the callers use the newest</source>
        <translation>de los clientes usan la más nueva</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>Sin contar</translation>
    </message>
    <message>
        <source>The server does not count the calls of this version.</source>
        <translation>El servidor no cuenta las llamadas de esta versión.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>No mail was sent: nobody calls %1, or whoever does wants no notices.</source>
        <translation>No se envió ningún correo: nadie llama a %1, o quien lo hace no quiere avisos.</translation>
    </message>
    <message>
        <source>of deprecated and ended versions</source>
        <translation>de versiones obsoletas y terminadas</translation>
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
        <source>Cancelled.</source>
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
    <message>
        <source>Delete an agent, or have the limit raised under Users.</source>
        <translation>Elimine un agente o pida que aumenten el límite en Usuarios.</translation>
    </message>
    <message>
        <source>Wait for the next month, or have the quota raised under Users.</source>
        <translation>Espere al próximo mes o pida que aumenten la cuota en Usuarios.</translation>
    </message>
    <message>
        <source>The limit of agents is reached.</source>
        <translation>Se ha alcanzado el límite de agentes.</translation>
    </message>
    <message>
        <source>The month&apos;s tokens are used up.</source>
        <translation>Los tokens del mes se han agotado.</translation>
    </message>
    <message>
        <source>Read</source>
        <comment>permission</comment>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Read and write</source>
        <comment>permission</comment>
        <translation>Leer y escribir</translation>
    </message>
    <message>
        <source>Administer</source>
        <comment>permission</comment>
        <translation>Administrar</translation>
    </message>
    <message>
        <source>Queued</source>
        <comment>call</comment>
        <translation>En cola</translation>
    </message>
    <message>
        <source>Dialling</source>
        <comment>call</comment>
        <translation>Marcando</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>call</comment>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Completed</source>
        <comment>call</comment>
        <translation>Completada</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>call</comment>
        <translation>Fallida</translation>
    </message>
    <message>
        <source>No answer</source>
        <comment>call</comment>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Busy</source>
        <comment>call</comment>
        <translation>Ocupado</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>call</comment>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Inbound</source>
        <translation>Entrante</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>Saliente</translation>
    </message>
    <message>
        <source>Test failed</source>
        <comment>provider key</comment>
        <translation>Prueba fallida</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>provider key</comment>
        <translation>Apagada</translation>
    </message>
    <message>
        <source>Works</source>
        <comment>provider key</comment>
        <translation>Vale</translation>
    </message>
    <message>
        <source>Set</source>
        <comment>provider key</comment>
        <translation>Puesta</translation>
    </message>
    <message>
        <source>Revoked</source>
        <comment>access key</comment>
        <translation>Revocada</translation>
    </message>
    <message>
        <source>Expired</source>
        <comment>access key</comment>
        <translation>Caducada</translation>
    </message>
    <message>
        <source>Expires today</source>
        <translation>Caduca hoy</translation>
    </message>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>Caduca en %n día</numerusform>
            <numerusform>Caduca en %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Valid</source>
        <comment>access key</comment>
        <translation>Válida</translation>
    </message>
    <message>
        <source>Do it again and type the code of your authenticator when you are asked.</source>
        <translation>Hazlo otra vez y escribe el código de tu autenticador cuando se te pida.</translation>
    </message>
    <message>
        <source>Type the code of your authenticator.</source>
        <translation>Escribe el código de tu autenticador.</translation>
    </message>
    <message>
        <source>This needs your second factor again; nothing was changed.</source>
        <translation>Esto necesita otra vez tu segundo factor; no se cambió nada.</translation>
    </message>
    <message>
        <source>A code of the second factor is needed.</source>
        <translation>Hace falta un código del segundo factor.</translation>
    </message>
    <message>
        <source>Supported</source>
        <comment>API version</comment>
        <translation>Soportada</translation>
    </message>
    <message>
        <source>Deprecated</source>
        <comment>API version</comment>
        <translation>Obsoleta</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>API version</comment>
        <translation>Terminada</translation>
    </message>
</context>
</TS>
