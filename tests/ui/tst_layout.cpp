// SPDX-License-Identifier: GPL-3.0-or-later
// How widgets share their room: columns of tables, heads of panes, texts of fields, the drawer and the bar on top.
#include "tests/ui/organizationsdesk.h"
#include "tests/ui/usersdesk.h"
#include "ui/theme/paint.h"
#include "ui/theme/style.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/detailsdrawer.h"
#include "ui/widgets/plaintable.h"
#include "ui/widgets/topbar.h"

#include <QTest>

class TestLayout : public QObject
{
    Q_OBJECT

private slots:
    void columnsWithoutRoomAreTold()
    {
        UsersDesk desk;
        auto *button = child<QToolButton>(*desk.pane, u"columnsButton"_s);
        desk.pane->resize(3000, 600);
        QVERIFY(!desk.table().isColumnHidden(desk.model.columnOf(u"agents"_s)));
        QCOMPARE(button->toolTip(), u"Choose columns"_s);
        desk.pane->resize(700, 600);
        QVERIFY(desk.table().isColumnHidden(desk.model.columnOf(u"agents"_s)));
        QVERIFY(button->toolTip().contains(u"Agents"_s));
        QVERIFY(button->text().startsWith(u'+'));
        desk.pane->resize(3000, 600);
        QCOMPARE(button->toolButtonStyle(), Qt::ToolButtonIconOnly);
    }
    void spareRoomGoesToTextsFirst()
    {
        UsersDesk desk;
        desk.pane->resize(1400, 600);
        const auto width = [&](const QString &id) { return desk.table().columnWidth(desk.model.columnOf(id)); };
        const auto declared = [&](const QString &id) { return desk.model.columns().at(desk.model.columnOf(id)).width; };
        QVERIFY(double(width(u"email"_s)) / declared(u"email"_s) > 1.2 * width(u"tier"_s) / declared(u"tier"_s));
        int all = 0;
        for (int column = 0; column < desk.model.columns().size(); ++column)
            all += desk.table().isColumnHidden(column) ? 0 : desk.table().columnWidth(column);
        QCOMPARE(all, desk.table().viewport()->width());
    }
    void tagsAreNeverCut()
    {
        Desk desk;
        FakeUsers users(3);
        const TagValue tag{u"Provider did not answer"_s, Tone::Bad};
        PagedTableModel<User> model(
            users,
            {{{u"name"_s, u"Name"_s, {}, CellFormat::Text, 6}, [](const User &u) { return u.email; }},
             {{u"state"_s, u"State"_s, {}, CellFormat::Tag, 2},
              [&tag](const User &) { return QVariant::fromValue(tag); }}},
            [](const User &u) { return u.id; }, desk.format);
        RowTable table(desk.theme, desk.format, model);
        table.resize(260, 200);
        table.show();
        const int before = table.columnWidth(1);
        model.reload();
        QTRY_COMPARE(model.rowCount(), 3);
        const int wanted = static_cast<CellDelegate *>(table.itemDelegate())->tagWidth(tag);
        QVERIFY(before < wanted);
        QVERIFY(table.columnWidth(1) >= wanted);
    }
    void onlySortableColumnsKeepRoomForTheMark()
    {
        Desk desk;
        const Style style(desk.theme);
        QStyleOptionHeader option;
        option.fontMetrics = QFontMetrics(QFont());
        option.text = u"Twilio"_s;
        const auto width
            = [&] { return style.sizeFromContents(QStyle::CT_HeaderSection, &option, {}, nullptr).width(); };
        const int plain = width();
        option.sortIndicator = QStyleOptionHeader::SortDown;
        QVERIFY(width() >= plain + Space::S4);
    }
    void shortTablesShareTheirRoom()
    {
        const std::unique_ptr<QTableWidget> table(
            makePlainTable(u"t"_s, u"T"_s, {u"Version"_s, u"State"_s, u"Calls"_s}, 2));
        table->setRowCount(1);
        setPlainRow(*table, 0, {u"v1"_s, u"Supported"_s, u"12"_s});
        table->resize(1200, 100);
        table->show();
        fitPlainColumns(*table);
        QCOMPARE(table->columnWidth(0) + table->columnWidth(1) + table->columnWidth(2), table->viewport()->width());
        QVERIFY(table->columnWidth(0) < 600);
        table->resize(800, 100);
        QCOMPARE(table->columnWidth(0) + table->columnWidth(1) + table->columnWidth(2), table->viewport()->width());
    }
    void theRightEdgeStaysWhenThereIsSomethingToScroll()
    {
        UsersDesk few(3);
        UsersDesk many(150);
        QCOMPARE(many.table().viewport()->width(), few.table().viewport()->width());
        QVERIFY(many.table().verticalScrollBar()->maximum() > 0);
        QCOMPARE(few.table().verticalScrollBar()->maximum(), 0);
    }
    void theWholeRowUnderThePointerIsShown()
    {
        const Theme theme{QFont()};
        Style style(theme); // outlives the table
        UsersDesk desk;
        desk.table().setStyle(&style);
        QWidget *viewport = desk.table().viewport();
        const auto colours = [&](int row) {
            const QImage picture = viewport->grab().toImage();
            const int y = desk.table().rowViewportPosition(row) + 3;
            QSet<QRgb> seen;
            for (int x = 3; x < viewport->width(); x += 10)
                seen << picture.pixel(x, y);
            return seen;
        };
        const QRgb hover = theme.colours().hover.rgb();
        QTest::mouseMove(viewport, QPoint(20, desk.table().rowViewportPosition(1) + 5));
        QTRY_COMPARE(colours(1), QSet<QRgb>{hover});
        QVERIFY(!colours(0).contains(hover));
        QTest::mouseMove(viewport, QPoint(20, desk.table().rowViewportPosition(0) + 5));
        QTRY_COMPARE(colours(0), QSet<QRgb>{hover});
        QVERIFY(!colours(1).contains(hover));
    }
    void aHeadIsAsHighWithoutButtons()
    {
        OrganizationsDesk desk;
        desk.pane.resize(1000, 600);
        auto *search = child<QLineEdit>(desk.pane, u"searchEdit"_s);
        const int control = controlHeight(QFontMetrics(desk.theme.font(TextStyle::Body)));
        QTRY_COMPARE(search->mapTo(&desk.pane, QPoint()).y(), Space::S5 + control + Space::S3);
    }
    void theDrawerTakesBackTheRoomOfALongSubtitle()
    {
        Desk desk;
        DetailsDrawer drawer(desk.context);
        drawer.resize(320, 600);
        static_cast<QWidget &>(drawer).show();
        auto *subtitle = child<QLabel>(drawer, u"drawerSubtitleLabel"_s);
        const auto show = [&drawer](const QString &words) {
            Details details;
            details.id = details.title = u"A"_s;
            details.subtitle = words;
            drawer.show(details, {});
        };
        show(u"short"_s);
        const int line = subtitle->height();
        show(u"words that go on "_s.repeated(8));
        QVERIFY(subtitle->height() > line);
        show(u"short"_s);
        QCOMPARE(subtitle->height(), line);
    }
    void textsOfFieldsBeginAtOneLine()
    {
        Desk desk;
        Style style(desk.theme);
        QLineEdit line;
        QSpinBox spin;
        QDateEdit date;
        date.setCalendarPopup(true);
        QComboBox combo;
        for (QWidget *field : std::initializer_list<QWidget *>{&line, &spin, &date, &combo}) {
            field->setStyle(&style);
            for (auto *inner : field->findChildren<QLineEdit *>())
                inner->setStyle(&style);
            field->resize(200, 32);
            field->show();
        }
        const auto textOf = [](QWidget &field, QLineEdit &edit) { // the middle of the cursor before the first letter
            edit.setCursorPosition(0);
            return edit.mapTo(&field, edit.inputMethodQuery(Qt::ImCursorRectangle).toRect().center()).x();
        };
        const int inset = textOf(line, line);
        QCOMPARE(textOf(spin, *spin.findChild<QLineEdit *>()), inset);
        QCOMPARE(textOf(date, *date.findChild<QLineEdit *>()), inset);
        QPlainTextEdit text;
        style.polish(&text);
        QVERIFY(std::abs(text.document()->documentMargin() + 1 - inset) <= 1); // and its frame
        QStyleOptionComboBox option;
        option.initFrom(&combo);
        const QRect place = style.subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo);
        const int words = place.left() + 1;
        QVERIFY2(std::abs(words - inset) <= 1, qPrintable(QString::number(words) + u' ' + QString::number(inset)));
        QCOMPARE(desk.theme.palette().color(QPalette::PlaceholderText), desk.theme.colours().muted);
    }
    void everyFieldTellsThatItIsDisabled()
    {
        Desk desk;
        QDialog dialog;
        auto *column = new QVBoxLayout(&dialog);
        const QList<QWidget *> fields{new QLineEdit, new QSpinBox, new QComboBox, new QPlainTextEdit};
        for (QWidget *field : fields)
            column->addWidget(field);
        Style style(desk.theme);
        dialog.setStyle(&style);
        for (QWidget *part : dialog.findChildren<QWidget *>())
            part->setStyle(&style);
        dialog.show();
        const auto fill = [](QWidget *field) {
            const QPoint place = field->rect().bottomLeft() + QPoint(field->width() / 2, -4); // below the text
            return field->grab().toImage().pixelColor(place);
        };
        for (QWidget *field : fields)
            QCOMPARE(fill(field), desk.theme.colours().surface);
        dialog.setEnabled(false);
        for (QWidget *field : fields)
            QCOMPARE(fill(field), desk.theme.colours().sunken);
    }
    void theSearchStaysInTheMiddle()
    {
        Desk desk;
        QMenu menu;
        TopBar bar(desk.context, menu, menu, menu);
        bar.resize(1072, 48);
        bar.show();
        auto *search = child<QPushButton>(bar, u"globalSearchButton"_s);
        const auto middle = [&] {
            bar.layout()->activate();
            return search->geometry().center().x();
        };
        const int before = middle();
        ServerProfile profile;
        profile.name = u"A server of a long name"_s;
        profile.production = true;
        bar.setProfile(profile);
        bar.setFreshness(QDateTime::currentDateTimeUtc());
        QCOMPARE(middle(), before);
        QVERIFY(std::abs(before - bar.rect().center().x()) <= 1);
    }
};

QTEST_MAIN(TestLayout)
#include "tst_layout.moc"
