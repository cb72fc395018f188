// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fielderror.h"

#include <QAbstractSlider>
#include <QMetaMethod>
#include <QMetaProperty>

FieldError::FieldError(const Theme &theme, QWidget &editor)
    : ThemedLabel(theme, TextStyle::Small, &Colours::bad)
    , m_editor(editor)
{
    setWordWrap(true);
    setVisible(false);
    // A field may be made of several widgets, some of which come later: then it says itself that it was edited.
    const QMetaMethod take = staticMetaObject.method(staticMetaObject.indexOfSlot("takeEdit()"));
    QList<QWidget *> parts = editor.findChildren<QWidget *>();
    parts << &editor;
    for (const QWidget *part : std::as_const(parts)) {
        const QMetaObject *kind = part->metaObject();
        QMetaMethod changed = kind->userProperty().notifySignal();
        if (!changed.isValid())
            changed = kind->method(kind->indexOfSignal("edited()"));
        if (changed.isValid() && !qobject_cast<const QAbstractSlider *>(part)) // scrolling is no edit
            connect(part, changed, this, take);
    }
}

void FieldError::tell(const QString &what)
{
    setText(what);
    setVisible(!what.isEmpty());
    m_editor.setProperty("wrong", !what.isEmpty());
    m_editor.update();
}

void FieldError::takeEdit()
{
    if (isTold())
        tell({});
    emit edited();
}
