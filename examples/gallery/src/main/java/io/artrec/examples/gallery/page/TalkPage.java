package io.artrec.examples.gallery.page;

import io.artrec.examples.gallery.html.Html;
import io.artrec.examples.gallery.html.Tag;
import io.artrec.examples.gallery.web.Response;
import io.artrec.examples.gallery.words.Text;
import io.artrec.llm.conversation.Conversations;
import io.artrec.llm.conversation.Session;
import io.artrec.llm.conversation.Turn;
import io.artrec.llm.prompt.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A conversation with the curator, whose session is all that it leaves behind. */
final class TalkPage {
  private final Gallery gallery;

  TalkPage(Gallery gallery) {
    this.gallery = gallery;
  }

  Response show(Visit visit) {
    List<TalkLine> talk = visit.guest().talk();
    List<Html> parts = new ArrayList<>();
    parts.add(Frame.heading(visit.say(Text.TALK_TITLE), visit.say(Text.TALK_LEAD)));
    parts.add(
        new Cards(visit, gallery.collection().pictures()).told(visit.guest().toTell(), List.of()));
    Tag lines = Tag.of("ol", "talk").attr("aria-live", "polite");
    for (int i = 0; i < talk.size(); i++) {
      lines.add(line(visit, talk.get(i), i == talk.size() - 1));
    }
    if (!talk.isEmpty()) {
      parts.add(lines);
    }
    parts.add(form(visit));
    return Frame.page(visit, visit.say(Text.NAV_TALK), parts.toArray(Html[]::new));
  }

  private Tag line(Visit visit, TalkLine line, boolean last) {
    Turn turn = line.turn();
    Tag item =
        Tag.of("li")
            .add(Tag.of("p", "mine").text(line.said()))
            .add(Tag.of("p", "theirs").text(answer(visit, turn)));
    if (last) {
      List<Cards.Hung> works = new ArrayList<>();
      for (int i = 0; i < turn.works().size(); i++) {
        works.add(new Cards.Hung(turn.works().get(i).artwork(), turn.reasons().get(i).text()));
      }
      item.add(new Cards(visit, gallery.collection().pictures()).wall(works, Set.of()));
      if (turn.readBy().kind() == Origin.Kind.FALLBACK) {
        item.add(Tag.of("p", "notes").text(visit.say(Text.TALK_NO_MODEL)));
      }
    }
    return item;
  }

  /** What is said around the works, which hang below with their reasons. */
  private static String answer(Visit visit, Turn turn) {
    List<String> sentences = new ArrayList<>();
    turn.sentences().forEach(sentence -> sentences.add(sentence.text()));
    turn.question().ifPresent(question -> sentences.add(question.words(turn.session().language())));
    return String.join(visit.words().gap(), sentences);
  }

  private static Tag form(Visit visit) {
    return Tag.of("div", "say")
        .add(
            Frame.form(visit, "/talk", "line")
                .attr("data-live", "")
                .add(
                    Frame.field(
                        visit.say(Text.TALK_LABEL),
                        Tag.of("input")
                            .attr("name", "said")
                            .attr("maxlength", 500)
                            .attr("autocomplete", "off")
                            .flag("required", true)))
                .add(Tag.of("button").text(visit.say(Text.TALK_SAY))))
        .add(
            Frame.form(visit, "/talk", "again")
                .add(Frame.hidden("again", "1"))
                .add(Tag.of("button", "second").text(visit.say(Text.TALK_AGAIN))));
  }

  Response say(Visit visit) {
    if (visit.request().value("again").isPresent()) {
      visit.guest().endTalk();
      return Response.redirect("/talk");
    }
    String said = visit.request().required("said");
    Conversations conversations =
        gallery.collection().views().conversations().language(visit.locale());
    Session session =
        visit.guest().session().orElseGet(() -> conversations.start().visitor(visit.visitor()));
    Turn turn = conversations.say(session, said);
    if (turn.works().isEmpty()) {
      gallery.journal().unmet(visit.visitor(), said);
    }
    visit.guest().said(new TalkLine(said, turn), turn.session());
    return Response.redirect("/talk");
  }
}
