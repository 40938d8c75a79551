package io.artrec.llm.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.artrec.Recommender;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.elicitation.SplittingQuestion;
import io.artrec.strategy.Popularity;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ConversationsTest {
  private final Conversations conversations = Conversations.over(Sea.recommender());

  private Turn say(String... utterances) {
    Turn turn = conversations.say(conversations.start(), utterances[0]);
    for (String said : List.of(utterances).subList(1, utterances.length)) {
      turn = conversations.say(turn.session(), said);
    }
    return turn;
  }

  private static List<Artwork> works(Turn turn) {
    return turn.works().stream().map(work -> work.artwork()).toList();
  }

  private static List<String> ids(Turn turn) {
    return works(turn).stream().map(Artwork::id).toList();
  }

  private static boolean shows(Artwork work, String subject) {
    return work.subjects().contains(subject);
  }

  private static int year(Artwork work) {
    return work.created().orElseThrow().first();
  }

  @Test
  void wish_isMet_andShownBack() {
    Turn turn = say("a picture of the sea, no dogs");
    assertThat(turn.works()).hasSize(3);
    assertThat(works(turn)).allMatch(work -> shows(work, "sea") && !shows(work, "dog"));
    assertThat(turn.session().wishes()).containsExactly("sea; without dog");
    assertThat(turn.text()).startsWith("Your wish: sea; without dog.\n1. ");
    assertThat(turn.reasons()).hasSize(3);
  }

  @Test
  void corrections_holdTogether() {
    Turn first = say("the sea");
    int median = works(first).stream().map(ConversationsTest::year).sorted().toList().get(1);
    Turn older = conversations.say(first.session(), "older");
    assertThat(works(older)).isNotEmpty();
    assertThat(works(older)).allMatch(work -> shows(work, "sea") && year(work) < median);
    Turn peaceful = conversations.say(older.session(), "without war");
    assertThat(works(peaceful))
        .allMatch(work -> shows(work, "sea") && !shows(work, "war") && year(work) < median);
    assertThat(peaceful.session().wishes())
        .containsExactly("sea", "older than before", "without war");
  }

  @Test
  void laterNumber_replacesTheEarlier_andARefusalIsTakenBack() {
    Turn turn = say("the sea up to 300 euros", "up to 1000 euros, no dogs");
    assertThat(turn.session().wishes()).containsExactly("sea", "up to 1000 euros; without dog");
    turn = conversations.say(turn.session(), "with a dog");
    assertThat(turn.session().wishes()).containsExactly("sea", "up to 1000 euros", "dog");
    assertThat(ids(turn)).containsExactly("dunes");
  }

  @Test
  void whatNothingMeets_leavesTheEarliestAside_butNoRefusal() {
    Turn turn = say("the sea, no dogs", "a portrait");
    assertThat(ids(turn)).containsExactlyInAnyOrder("sister", "clerk");
    assertThat(turn.text()).contains("I left aside: sea.");
    assertThat(turn.session().wishes()).containsExactly("without dog", "portrait");
    Turn nothing = conversations.say(turn.session(), "pears from before 1800");
    assertThat(nothing.works()).isEmpty();
    assertThat(nothing.text())
        .isEqualTo(
            "Nothing here meets that: pear; up to the year 1799. 1 work would, but for: up to the"
                + " year 1799.");
    assertThat(nothing.session().wishes()).isEqualTo(turn.session().wishes());
  }

  @Test
  void moreLikeTheSecond_isLikeIt_andMoreGoesOn() {
    Turn first = say("the sea");
    Artwork second = works(first).get(1);
    Turn turn = conversations.say(first.session(), "more like the second");
    assertThat(ids(turn)).isNotEmpty().doesNotContain(second.id());
    assertThat(works(turn)).allMatch(work -> shows(work, "sea"));
    assertThat(turn.text()).contains("Works like “" + second.title() + "”:");
    assertThat(turn.session().liked()).containsExactly(second.id());
    Turn more = conversations.say(first.session(), "more");
    assertThat(ids(more)).isNotEmpty().doesNotContainAnyElementsOf(ids(first));
    Turn end = conversations.say(more.session(), "more");
    assertThat(end.text()).isEqualTo("There is nothing further that fits.");
  }

  @Test
  void moreLikeTheOnlyOneThatFits_leavesWishesAside_butNoRefusal() {
    Turn turn = say("roses, no war", "more like the first");
    assertThat(ids(turn)).isNotEmpty().doesNotContain("roses", "battle");
    assertThat(turn.text()).contains("I left aside: rose.", "Works like “Roses”:");
    assertThat(turn.session().wishes()).containsExactly("without war");
  }

  @Test
  void more_leavesNoWishAside() {
    Turn turn = say("a portrait", "up to 700 euros", "换一批");
    assertThat(turn.works()).isEmpty();
    assertThat(turn.text()).isEqualTo("没有更多符合的作品了。");
    assertThat(turn.session().wishes()).containsExactly("肖像", "价格不超过700欧元");
  }

  @Test
  void dislikedWork_doesNotComeBack() {
    Turn first = say("the sea");
    String disliked = ids(first).get(0);
    Turn turn = conversations.say(first.session(), "not the first");
    assertThat(ids(turn)).isNotEmpty().doesNotContain(disliked);
    turn = conversations.say(turn.session(), "up to 5000 euros");
    assertThat(ids(turn)).isNotEmpty().doesNotContain(disliked);
    assertThat(turn.session().disliked()).containsExactly(disliked);
  }

  @Test
  void laterSubject_replacesTheEarlier_unlessItIsToComeBeside() {
    assertThat(say("the sea", "roses").session().wishes()).containsExactly("rose");
    assertThat(say("the sea", "also a dog").session().wishes()).containsExactly("sea", "dog");
    assertThat(say("想看大海", "还要狗").session().wishes()).containsExactly("海", "狗");
  }

  @Test
  void lessOfWhatWasWished_takesTheWishBack() {
    Turn turn = say("something blue", "less blue");
    assertThat(turn.session().wishes()).containsExactly("less blue than before");
    assertThat(works(turn))
        .isNotEmpty()
        .noneMatch(work -> work.attributes().getOrDefault("palette", List.of()).contains("blue"));
  }

  @Test
  void laterDifference_takesThePlaceOfTheEarlierOne() {
    Turn turn = say("a landscape", "older");
    Turn newer = conversations.say(turn.session(), "newer");
    assertThat(newer.session().wishes()).last().isEqualTo("newer than before");
    assertThat(newer.session().wishes()).doesNotContain("older than before");
    int earliest = works(turn).stream().mapToInt(ConversationsTest::year).min().orElseThrow();
    assertThat(works(newer)).isNotEmpty();
    assertThat(works(newer)).allMatch(work -> year(work) > earliest);
  }

  @Test
  void whatRecordsDoNotSay_isSaid_andNotHeld() {
    Turn turn = say("the sea, at most 50 cm wide");
    assertThat(turn.session().wishes()).containsExactly("sea");
    assertThat(turn.text()).contains("not known here");
    assertThat(turn.works()).isNotEmpty();
  }

  @Test
  void placeThatIsNotThere_isSaid() {
    assertThat(say("the sea", "more like the seventh").text())
        .isEqualTo("There is no number 7 among the 3 works shown.");
    assertThat(say("more like the second").text()).startsWith("No works were shown yet.");
  }

  @Test
  void strangerWhoSaysNothing_isAsked_andTheAnswerHolds() {
    Turn hello = say("xyzzy");
    assertThat(hello.works()).isEmpty();
    SplittingQuestion question = hello.question().orElseThrow();
    assertThat(hello.text())
        .isEqualTo("What would you like to see?\n" + question.words(Locale.ENGLISH));
    String choice = question.choices().get(0);
    Turn turn = conversations.say(hello.session(), choice);
    assertThat(works(turn)).isNotEmpty();
    assertThat(question.aspect().values(works(turn))).allMatch(values -> values.contains(choice));
    assertThat(turn.session().wishes()).hasSize(1);
    assertThat(turn.question()).as("none right after another").isEmpty();
  }

  @Test
  void overNoWorks_nothingIsAsked() {
    Recommender nothing =
        Recommender.builder().catalog(List.of()).strategy(Popularity.allTime()).build();
    Conversations empty = Conversations.over(nothing);
    Turn hello = empty.say(empty.start(), "xyzzy");
    assertThat(hello.text()).isEqualTo("What would you like to see?");
    assertThat(hello.question()).isEmpty();
    assertThat(empty.say(hello.session(), "a boat").works()).isEmpty();
  }

  @Test
  void otherAndAny_areAnswers() {
    Turn hello = say("xyzzy");
    SplittingQuestion question = hello.question().orElseThrow();
    Turn other = conversations.say(hello.session(), "another one");
    assertThat(works(other)).isNotEmpty();
    assertThat(question.aspect().values(works(other)))
        .noneMatch(values -> values.stream().anyMatch(question.choices()::contains));
    Turn any = conversations.say(hello.session(), "it doesn't matter");
    assertThat(any.works()).isNotEmpty();
    assertThat(any.session().wishes()).isEmpty();
  }

  @Test
  void wideWish_isFollowedByAQuestion_thatNoWishIsAbout() {
    Conversations one = conversations.count(1);
    Turn turn = one.say(one.start(), "a picture of the sea");
    assertThat(turn.question().orElseThrow().aspect().name()).isNotEqualTo("subject");
    assertThat(one.say(turn.session(), "no war").question()).isEmpty();
  }

  @Test
  void startingOver_dropsTheWishes_andForgettingTheVisitor() {
    Session session = conversations.start().visitor("visitor-4711");
    Turn turn = conversations.say(session, "the sea");
    Turn over = conversations.say(turn.session(), "start over");
    assertThat(over.session().wishes()).isEmpty();
    assertThat(over.session().shown()).isEmpty();
    assertThat(over.session().visitor()).contains("visitor-4711");
    assertThat(turn.session().forgotten().visitor()).isEmpty();
    assertThat(turn.session().forgotten().wishes()).isEmpty();
  }

  @Test
  void sessionIsAValue_soThatAnEarlierOneIsTheWayBack() {
    Turn first = say("the sea");
    List<String> once = ids(conversations.say(first.session(), "older"));
    conversations.say(first.session(), "no dogs");
    assertThat(first.session().wishes()).containsExactly("sea");
    assertThat(ids(conversations.say(first.session(), "older"))).isEqualTo(once);
  }

  @Test
  void eventsOfTheSession_count() {
    Session known =
        conversations.start().knowing(List.of(Interaction.favorite("somebody", "clerk")));
    Turn turn = conversations.say(known, "a portrait");
    assertThat(turn.text()).contains("A Clerk, which you liked");
  }

  @Test
  void chinese_isUnderstoodOverEnglishRecords() {
    Turn first = say("想看大海，不要狗");
    assertThat(first.session().language()).isEqualTo(Locale.CHINESE);
    assertThat(works(first)).hasSize(3);
    assertThat(works(first)).allMatch(work -> shows(work, "sea") && !shows(work, "dog"));
    assertThat(first.text()).startsWith("您想要：");
    Turn others = conversations.say(first.session(), "换一批");
    assertThat(ids(others)).isNotEmpty().doesNotContainAnyElementsOf(ids(first));
    assertThat(ids(others)).doesNotContain("dunes");
    assertThat(say("想看大海", "像第二件那样的").text()).contains("相近的作品");
    assertThat(say("想看大海", "more").session().language()).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void nonsenseInAConversation_changesNothing() {
    Turn turn = say("the sea", "qwerty asdf");
    assertThat(turn.works()).isEmpty();
    assertThat(turn.text()).startsWith("I did not understand that.");
    assertThat(turn.session().wishes()).containsExactly("sea");
  }

  @Test
  void longUtterance_isReadAsFarAsAThousandCharacters() {
    assertThat(say("the sea " + "and the sea ".repeat(20_000)).works()).isNotEmpty();
  }

  @Test
  void nothingOfWhatWasSaid_isInToString() {
    Turn turn = say("the sea for visitor-4711, no dogs");
    assertThat(turn + " " + turn.session() + " " + conversations)
        .doesNotContain("sea", "dog", "4711");
  }

  @Test
  void count_isChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> conversations.count(0))
        .withMessageContaining("count is 0, expected 1 to 20");
  }
}
