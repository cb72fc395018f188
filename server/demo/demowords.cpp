// SPDX-License-Identifier: GPL-3.0-or-later
// Telephone ranges for fiction: NANP 555-0100…0199; Ofcom (UK) 020 7946 0xxx and 07700 900xxx; BNetzA (DE) 030 23125
// xxx; ARCEP (FR) 06 39 98 xx xx; PTS (SE) 070-1740605…99, of which 07 01 74 06 9x is used; ACMA (AU) 02 5550 xxxx.
#include "server/demo/demowords.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace demo
{
namespace
{
/// "Zoë=zoe Ada" → two names; what is not plain ASCII says after '=' how it is written in an address.
QList<Name> names(const QString &text)
{
    QList<Name> out;
    for (const QString &word : text.split(u' ')) {
        const QString shown = word.section(u'=', 0, 0);
        const QString ascii = word.contains(u'=') ? word.section(u'=', 1) : shown.toLower();
        out << Name{shown, ascii};
    }
    return out;
}

QList<Culture> makeCultures()
{
    return {
        {u"en-US"_s,
         24,
         false,
         names(
             u"Olivia Liam Emma Noah Ava Ethan Mia Lucas Grace Henry Chloe Jack Nora Owen Ruby Caleb Hazel Wyatt Ivy Miles June Theo Faye Dean"_s),
         names(
             u"Carter Brooks Hayes Mitchell Parker Sullivan Bennett Foster Coleman Griffin Hudson Palmer Reeves Walsh Whitaker Lawson Mercer Holloway Barrett Conway Dalton Ellison Fletcher Garner"_s),
         {u"America/New_York"_s, u"America/Chicago"_s, u"America/Denver"_s, u"America/Los_Angeles"_s},
         {u"Inc."_s, u"LLC"_s, u"Corp."_s},
         u"+141555501##"_s},
        {u"en-GB"_s,
         12,
         false,
         names(
             u"Amelia Oliver Isla George Poppy Harry Freya Arthur Florence Alfie Imogen Rory Maisie Angus Niamh=niamh Callum Siân=sian Dylan Bronwen Hamish Orla Finlay Tilda Ewan"_s),
         names(
             u"Ashworth Pemberton Hargreaves Winterbourne Blackwood Fairfax Holmes Kingsley Lockhart Macleod Nightingale O'Connor=oconnor Prescott Ravenscroft Sinclair Thornton Underwood Whitfield Yardley Ainsworth Bellamy Chadwick Davenport Ellsworth"_s),
         {u"Europe/London"_s},
         {u"Ltd"_s, u"plc"_s, u"LLP"_s},
         u"+442079460###"_s},
        {u"de-DE"_s,
         10,
         false,
         names(
             u"Hannah Jonas Lena Felix Mia Paul Leonie Maximilian Jürgen=juergen Käthe=kaethe Björn=bjoern Anke Sören=soeren Heike Uwe Ulrike Matthias Sabine Lukas Marlene Götz=goetz Frieda Emil Greta"_s),
         names(
             u"Müller=mueller Schmidt Schäfer=schaefer Köhler=koehler Weiß=weiss Böhm=boehm Krüger=krueger Vogel Lindner Hartmann Brandt Seidel Jäger=jaeger Kühn=kuehn Roth Ebert Günther=guenther Franke Albrecht Winkler Pfeiffer Bauer Zöllner=zoellner Haas"_s),
         {u"Europe/Berlin"_s, u"Europe/Vienna"_s, u"Europe/Zurich"_s},
         {u"GmbH"_s, u"AG"_s, u"KG"_s},
         u"+493023125###"_s},
        {u"fr-FR"_s,
         8,
         false,
         names(
             u"Camille Hugo Chloé=chloe Léo=leo Zoé=zoe Théo=theo Inès=ines Éloïse=eloise Mathis Jeanne Noël=noel Margaux Rémi=remi Clémence=clemence Gaël=gael Sophie Étienne=etienne Lucie Aurélien=aurelien Manon Baptiste Élise=elise Octave Agathe"_s),
         names(
             u"Dubois Lefèvre=lefevre Moreau Girard Bonnet Mercier Lambert Fontaine Rousseau Chevalier Gauthier Perrin Blanchard Guérin=guerin Boyer Garnier Faure Renard Besson Carpentier Delorme Vasseur Berthier Lacroix"_s),
         {u"Europe/Paris"_s, u"Europe/Brussels"_s},
         {u"SARL"_s, u"SAS"_s, u"S.A."_s},
         u"+3363998####"_s},
        {u"es-MX"_s,
         8,
         false,
         names(
             u"Sofía=sofia Mateo Valentina Santiago Ximena Diego Renata Emiliano Lucía=lucia Joaquín=joaquin Camila Andrés=andres Paola Íñigo=inigo Marisol Raúl=raul Itzel Tomás=tomas Ángela=angela Rodrigo Pilar Gael Noemí=noemi Iker"_s),
         names(
             u"Hernández=hernandez García=garcia Núñez=nunez Ramírez=ramirez Ibáñez=ibanez Castillo Ortega Vázquez=vazquez Peña=pena Salazar Muñoz=munoz Cárdenas=cardenas Figueroa Montoya Zúñiga=zuniga Arroyo Quintero Robles Escobar Valdez Cisneros Delgado Bravo Luna"_s),
         {u"America/Mexico_City"_s, u"Europe/Madrid"_s, u"America/Bogota"_s, u"America/Argentina/Buenos_Aires"_s},
         {u"S.A. de C.V."_s, u"S.L."_s},
         QString()},
        {u"pt-BR"_s,
         7,
         false,
         names(
             u"Ana João=joao Beatriz Gabriel Júlia=julia Thiago Larissa Caio Letícia=leticia Davi Conceição=conceicao Otávio=otavio Helena Murilo Íris=iris Vinícius=vinicius Lívia=livia Renan Débora=debora Breno Yara Simão=simao Flávia=flavia Ícaro=icaro"_s),
         names(
             u"Silva Gonçalves=goncalves Araújo=araujo Assunção=assuncao Ribeiro Carvalho Teixeira Nascimento Magalhães=magalhaes Furtado Barbosa Cardoso Guimarães=guimaraes Prado Moraes Azevedo Cunha Tavares Leão=leao Siqueira Brandão=brandao Pinheiro Lobo Falcão=falcao"_s),
         {u"America/Sao_Paulo"_s, u"Europe/Lisbon"_s, u"America/Recife"_s},
         {u"Ltda."_s, u"S.A."_s},
         QString()},
        {u"it-IT"_s, 5, false, names(u"Giulia Leonardo Aurora Francesco Alice Lorenzo Ginevra Alessandro Beatrice Matteo Niccolò=niccolo Chiara Davide Elena Fabrizio Martina Tommaso Noemi Ottavia Pietro Sara Ugo Viola Zeno"_s), names(u"Rossi Esposito Bianchi Colombo Ferrari Ricci Marino Greco Gallo Conti Mancini Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo"_s), {u"Europe/Rome"_s}, {u"S.r.l."_s, u"S.p.A."_s}, QString()},
        {u"sv-SE"_s,
         4,
         false,
         names(
             u"Alva Elias Ebba Oskar Åsa=asa Björn=bjorn Göran=goran Linnéa=linnea Maja Nils Saga Vidar Tyra Sixten Ylva Åke=ake Signe Rasmus Märta=marta Love Jörgen=jorgen Freja Isak Tuva"_s),
         names(
             u"Lindström=lindstrom Åkesson=akesson Bergström=bergstrom Öberg=oberg Nyström=nystrom Söderberg=soderberg Holm Ekman Sjögren=sjogren Wallin Dahl Hedlund Norén=noren Falk Blom Strand Ström=strom Frisk Hägg=hagg Lund Palm Rosén=rosen Sandberg Vik"_s),
         {u"Europe/Stockholm"_s, u"Europe/Oslo"_s},
         {u"AB"_s},
         u"+4670174069#"_s},
        {u"pl-PL"_s,
         4,
         false,
         names(
             u"Zofia Jakub Hanna Łukasz=lukasz Małgorzata=malgorzata Paweł=pawel Agnieszka Michał=michal Bożena=bozena Krzysztof Ewa Wojciech Kinga Stanisław=stanislaw Żaneta=zaneta Grzegorz Iga Marek Jagoda Tymon Lena Olek Róża=roza Szymon"_s),
         names(
             u"Kowalczyk Wiśniewski=wisniewski Wójcik=wojcik Zieliński=zielinski Szymański=szymanski Dąbrowski=dabrowski Kozłowski=kozlowski Jabłoński=jablonski Król=krol Wróbel=wrobel Pawlak Górski=gorski Sikora Bąk=bak Duda Mazur Nowak Kalina Lis Zając=zajac Czarnecki Sobczak Głowacki=glowacki Urban"_s),
         {u"Europe/Warsaw"_s},
         {u"Sp. z o.o."_s, u"S.A."_s},
         QString()},
        {u"tr-TR"_s,
         4,
         false,
         names(
             u"Zeynep Yusuf Elif Mustafa Defne Ömer=omer Ayşe=ayse Emre Gül=gul Çağlar=caglar Şule=sule Kerem Özge=ozge Tuğba=tugba Deniz Barış=baris Eylül=eylul Görkem=gorkem Nehir Alp Sıla=sila Umut Beren Kaan"_s),
         names(
             u"Yılmaz=yilmaz Kaya Demir Şahin=sahin Çelik=celik Öztürk=ozturk Aydın=aydin Arslan Doğan=dogan Kılıç=kilic Aslan Çetin=cetin Koç=koc Kurt Özkan=ozkan Şimşek=simsek Polat Korkmaz Güneş=gunes Bulut Erdem Tekin Uçar=ucar Aksoy"_s),
         {u"Europe/Istanbul"_s},
         {u"A.Ş."_s, u"Ltd. Şti."_s},
         QString()},
        {u"hi-IN"_s,
         6,
         false,
         names(
             u"Aarav Ananya Vihaan Diya Arjun Isha Rohan Kavya Aditya Meera Kiran Nisha Rahul Priya Sanjay Lakshmi Vikram Pooja Harish Sneha Farhan Zoya Tara Dev"_s),
         names(
             u"Sharma Patel Iyer Reddy Chatterjee Mehta Nair Kulkarni Banerjee Deshmukh Gupta Rao Verma Joshi Kapoor Menon Pillai Bhatt Malhotra Saxena Chauhan Qureshi Das Bose"_s),
         {u"Asia/Kolkata"_s},
         {u"Pvt. Ltd."_s, u"LLP"_s},
         QString()},
        {u"zh-CN"_s,
         5,
         true,
         names(
             u"伟=wei 芳=fang 娜=na 敏=min 静=jing 丽=li 强=qiang 磊=lei 洋=yang 艳=yan 勇=yong 杰=jie 娟=juan 涛=tao 明=ming 超=chao 秀英=xiuying 霞=xia 平=ping 刚=gang 桂英=guiying 子涵=zihan 浩然=haoran 雨桐=yutong"_s),
         names(
             u"王=wang 李=li 张=zhang 刘=liu 陈=chen 杨=yang 黄=huang 赵=zhao 吴=wu 周=zhou 徐=xu 孙=sun 马=ma 朱=zhu 胡=hu 郭=guo 何=he 高=gao 林=lin 罗=luo 郑=zheng 梁=liang 谢=xie 宋=song"_s),
         {u"Asia/Shanghai"_s, u"Asia/Singapore"_s, u"Asia/Hong_Kong"_s},
         {u"Co., Ltd."_s},
         QString()},
        {u"ja-JP"_s,
         5,
         true,
         names(
             u"陽菜=hina 蓮=ren 結衣=yui 湊=minato さくら=sakura 大翔=hiroto 美咲=misaki 翔太=shota 葵=aoi 健=ken 凛=rin 樹=itsuki 真由美=mayumi 直樹=naoki 恵子=keiko 誠=makoto 千尋=chihiro 浩=hiroshi 花=hana 悠斗=yuto 由美=yumi 剛=tsuyoshi 彩=aya 学=manabu"_s),
         names(
             u"佐藤=sato 鈴木=suzuki 高橋=takahashi 田中=tanaka 伊藤=ito 渡辺=watanabe 山本=yamamoto 中村=nakamura 小林=kobayashi 加藤=kato 吉田=yoshida 山田=yamada 佐々木=sasaki 山口=yamaguchi 松本=matsumoto 井上=inoue 木村=kimura 林=hayashi 清水=shimizu 山崎=yamazaki 森=mori 池田=ikeda 橋本=hashimoto 石川=ishikawa"_s),
         {u"Asia/Tokyo"_s},
         {u"K.K."_s, u"G.K."_s},
         QString()},
        {u"ar-EG"_s,
         3,
         false,
         names(
             u"محمد=mohamed أحمد=ahmed فاطمة=fatma مريم=mariam عمر=omar ليلى=laila يوسف=youssef نور=nour خالد=khaled سلمى=salma حسن=hassan هدى=hoda كريم=karim زينب=zeinab طارق=tarek رانيا=rania سامي=sami دينا=dina مصطفى=mostafa آية=aya شريف=sherif منى=mona وليد=walid ريم=reem"_s),
         names(
             u"المصري=elmasry حسين=hussein عبدالله=abdallah إبراهيم=ibrahim منصور=mansour الشريف=elsherif سليمان=soliman رمضان=ramadan فاروق=farouk النجار=elnaggar شاهين=shahin بدوي=badawi زكي=zaki حجازي=hegazy سالم=salem غانم=ghanem عثمان=osman كامل=kamel صبري=sabry عزيز=aziz رزق=rizk خليل=khalil فهمي=fahmy جابر=gaber"_s),
         {u"Africa/Cairo"_s, u"Asia/Dubai"_s},
         {u"S.A.E."_s, u"LLC"_s},
         QString()},
        {u"en-NG"_s,
         4,
         false,
         names(
             u"Chidi Ngozi Emeka Adaeze Tunde Folake Ifeanyi Amara Segun Yetunde Obinna Chioma Kunle Bisi Uche Halima Musa Aisha Femi Temitope Ikenna Nkechi Dayo Zainab"_s),
         names(
             u"Okafor Adeyemi Nwosu Balogun Eze Okonkwo Abubakar Adebayo Chukwu Ogunleye Danjuma Ibekwe Lawal Obi Onyeka Sani Uzor Yusuf Akande Bello Ekwueme Fashola Igwe Oyelaran"_s),
         {u"Africa/Lagos"_s},
         {u"Ltd"_s, u"PLC"_s},
         QString()},
        {u"en-AU"_s,
         4,
         false,
         names(
             u"Matilda Jasper Willow Archie Sienna Lachlan Zara Hamish Georgia Riley Indigo Flynn Tahlia Beau Kirra Darcy Maeve Angus Elsie Bodhi Wren Hugo Piper Nash"_s),
         names(
             u"Nguyen Papadopoulos Harrington Mackenzie Tran Sutherland Kelleher Whitlam Brennan Doyle Fraser Gallagher Hewson Irvine Kingston Lawrence Maddox Norris Orchard Pritchard Quigley Rowland Selwyn Turnbull"_s),
         {u"Australia/Sydney"_s, u"Australia/Perth"_s, u"Pacific/Auckland"_s},
         {u"Pty Ltd"_s},
         u"+61255501###"_s},
    };
}
}

const QList<Culture> &cultures()
{
    static const QList<Culture> all = makeCultures();
    return all;
}

const QList<QString> &organizationRoots()
{
    static const QList<QString> all
        = u"Amber Aspen Atlas Aurora Beacon Birch Bluebird Bright Cedar Clearwater Cobalt Copper Coral Crescent Delta Echo Elm Ember Evergreen Falcon Fern Fjord Garnet Glacier Granite Harbor Hazel Helio Heron Horizon Indigo Iron Jade Juniper Kestrel Lagoon Lark Lighthouse Linden Lumen Lynx Maple Marble Meadow Meridian Mistral Nimbus North Oak Onyx Opal Orchard Osprey Pebble Pine Polar Prairie Quartz Quill River Rowan Saffron Sage Sequoia Silver Solstice Sparrow Spruce Stone Summit Swift Tamarind Tidal Topaz Tundra Umber Vale Verdant Vista Willow Wren Zephyr"_s
              .split(u' ');
    return all;
}

const QList<QString> &organizationTrades()
{
    static const QList<QString> all
        = u"Analytics Assurance Automotive Bakery Banking Books Brewing Builders Capital Catering Clinic Cloud Collective Consulting Credit Dental Design Devices Diagnostics Dynamics Education Electric Energy Engineering Estates Events Express Farms Fashion Fitness Foods Freight Furniture Games Gardens Gas Glass Health Holidays Home Hotels Imaging Insurance Interiors Kitchens Labs Legal Leisure Logistics Marine Media Medical Mobility Motors Music Networks Optics Outdoor Partners Pharma Power Print Properties Rail Recruiting Rentals Robotics Security Software Solar Sports Studios Supply Systems Telecom Textiles Tools Travel Utilities Veterinary Water Wellness Works"_s
              .split(u' ');
    return all;
}

const QList<QString> &mailProviders()
{
    static const QList<QString> all{u"post.example"_s, u"mailbox.example"_s, u"inbox.example"_s, u"letters.example"_s,
                                    u"webmail.example"_s};
    return all;
}

const QList<QString> &limitNotes()
{
    static const QList<QString> all{u"Pilot until the end of the quarter"_s,
                                    u"Seasonal campaign, raised on request of the account team"_s,
                                    u"Load test agreed with support"_s,
                                    u"Invoice overdue: lowered until it is paid"_s,
                                    u"Partner programme"_s,
                                    u"Trial of a second call centre"_s,
                                    u"Lowered after automated sign-in attempts"_s,
                                    u"Non-profit: quota doubled at no charge"_s};
    return all;
}
}
