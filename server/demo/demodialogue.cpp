// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demodialogue.h"

using namespace Qt::StringLiterals;

const QList<demo::Duty> &demo::duties()
{
    static const QList<Duty> all{
        {u"Reception"_s,
         u"Answers, finds out what it is about and puts through"_s,
         u"You are the receptionist. Be brief and friendly, ask for the caller's name and concern, then put them through."_s,
         u"Good day, how can I help you?"_s,
         {u"I would like to speak to somebody about my contract."_s, u"Certainly. May I have your name, please?"_s,
          u"It is under the name of our company, since last spring."_s,
          u"Thank you, I have found it. I am putting you through to contracts."_s},
         {u"transferred"_s, u"transferred"_s, u"information"_s, u"callback"_s}},
        {u"Appointments"_s,
         u"Books, moves and cancels appointments"_s,
         u"You book appointments. Offer two times, confirm the one that is chosen and repeat date and time."_s,
         u"Hello, you have reached the appointment desk. Which day suits you?"_s,
         {u"Next Thursday would be good, in the morning if possible."_s,
          u"On Thursday I have nine o'clock or half past ten."_s, u"Half past ten, please."_s,
          u"Booked for Thursday at half past ten. You will get a message to confirm it."_s},
         {u"converted"_s, u"converted"_s, u"rescheduled"_s, u"canceled"_s}},
        {u"Order status"_s,
         u"Tells where an order is and when it arrives"_s,
         u"You tell callers where their order is. Ask for the order number and read the state from the system."_s,
         u"Welcome. Please tell me your order number."_s,
         {u"Four seven one one, zero eight."_s,
          u"That order left our house yesterday and arrives tomorrow before noon."_s, u"Wonderful, thank you."_s,
          u"You are welcome. Goodbye!"_s},
         {u"information"_s, u"information"_s, u"information"_s, u"complaint"_s}},
        {u"Lead qualification"_s,
         u"Asks new contacts what they need and how soon"_s,
         u"You qualify leads. Find out need, budget and time, and offer a meeting when all three fit."_s,
         u"Hello, you asked us to call back. Is this a good moment?"_s,
         {u"Yes, go ahead."_s, u"What are you looking for, and by when do you need it?"_s,
          u"About twenty seats, by the end of the quarter."_s,
          u"Then a colleague will show it to you. Does Tuesday at two suit you?"_s, u"Tuesday is fine."_s,
          u"Noted. You will find the invitation in your mail."_s},
         {u"converted"_s, u"follow_up"_s, u"follow_up"_s, u"not_interested"_s}},
        {u"Payment reminder"_s,
         u"Reminds of open invoices and takes promises to pay"_s,
         u"You remind of open invoices. Stay polite, name amount and date, and note when the caller will pay."_s,
         u"Good day, I am calling about an invoice that is still open."_s,
         {u"Oh, that must have slipped through. How much is it?"_s,
          u"It is two hundred and forty, due since the first."_s, u"I will transfer it today."_s,
          u"Thank you, I have noted that. Have a good day."_s},
         {u"promise_to_pay"_s, u"promise_to_pay"_s, u"disputed"_s, u"follow_up"_s}},
        {u"After hours"_s,
         u"Takes messages when the office is closed"_s,
         u"You take messages outside office hours. Ask for name, number and concern and promise a call back."_s,
         u"Our office is closed at the moment. I can take a message for you."_s,
         {u"Please have somebody call me about the delivery."_s, u"Gladly. On which number?"_s,
          u"On the one I am calling from."_s, u"Somebody will call you tomorrow morning. Goodbye."_s},
         {u"callback"_s, u"callback"_s, u"information"_s}},
        {u"Survey"_s,
         u"Asks how satisfied customers were"_s,
         u"You ask three short questions about the last service and thank the caller."_s,
         u"Hello, do you have a minute for three questions about our service?"_s,
         {u"One minute, yes."_s, u"From one to ten, how satisfied were you?"_s, u"Eight."_s,
          u"Thank you. What could we do better?"_s, u"Answer the phone faster."_s,
          u"That helps us. Thank you very much!"_s},
         {u"completed"_s, u"completed"_s, u"declined"_s}},
        {u"Technical support"_s,
         u"Solves the usual problems, opens tickets for the rest"_s,
         u"You are first-line support. Go through the steps one at a time and open a ticket when they do not help."_s,
         u"Support, hello. What does not work?"_s,
         {u"The device does not connect any more since this morning."_s, u"Does the lamp at its back light up?"_s,
          u"It blinks orange."_s, u"Please hold the button for ten seconds and let go."_s,
          u"Now it is green, and it works."_s, u"I am glad to hear it. Is there anything else?"_s,
          u"No, that was all."_s},
         {u"resolved"_s, u"resolved"_s, u"ticket"_s, u"follow_up"_s}},
    };
    return all;
}

const QList<demo::DemoModel> &demo::demoModels()
{
    static const QList<DemoModel> all{{u"openai"_s, u"gpt-4o-mini"_s, 6},
                                      {u"openai"_s, u"gpt-4.1-mini"_s, 3},
                                      {u"openai"_s, u"gpt-4o"_s, 2},
                                      {u"groq"_s, u"llama-3.3-70b-versatile"_s, 4},
                                      {u"anthropic"_s, u"claude-haiku-4-5"_s, 3},
                                      {u"gemini"_s, u"gemini-2.5-flash"_s, 3},
                                      {u"xai"_s, u"grok-3-mini"_s, 1}};
    return all;
}
