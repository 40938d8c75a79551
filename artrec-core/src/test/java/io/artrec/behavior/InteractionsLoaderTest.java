package io.artrec.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.tabular.LoadException;
import io.artrec.tabular.RowProblem;
import io.artrec.tabular.SharedData;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InteractionsLoaderTest {
  private static LoadedInteractions csv(String text) {
    return InteractionsLoader.csv(new StringReader(text)).load();
  }

  @Test
  void everyColumn_isRead() {
    Interactions events =
        csv("""
                user,artwork,kind,value,time,comment,event_id
                ada,wave,Favourite,,2026-01-02T03:04:05Z,"so, blue",e1
                bo,wave,rating,4.5,2026-01-02,,
                """)
            .interactions();

    assertThat(events.get(0))
        .isEqualTo(
            new Interaction(
                "ada",
                "wave",
                InteractionKind.FAVORITE,
                1,
                Optional.of(Instant.parse("2026-01-02T03:04:05Z")),
                Optional.of("so, blue"),
                Optional.of("e1")));
    assertThat(events.get(1))
        .isEqualTo(Interaction.rating("bo", "wave", 4.5).at(Instant.parse("2026-01-02T00:00:00Z")));
  }

  @Test
  void withoutKind_ratingOrView() {
    assertThat(csv("userId,movieId,rating\n1,2,3\n").interactions().get(0))
        .isEqualTo(Interaction.rating("1", "2", 3));
    assertThat(csv("user_id,item_id\n1,2\n").interactions().get(0))
        .isEqualTo(Interaction.view("1", "2"));
  }

  @Test
  void twoColonsAndBlanks_separateToo() {
    Interaction rated = Interaction.rating("1", "1193", 5).at(Instant.ofEpochSecond(978_300_760L));

    assertThat(csv("1::1193::5::978300760\n2::1::3::978300760\n").interactions().stream())
        .hasSize(2)
        .first()
        .isEqualTo(rated);
    assertThat(csv("1 1193 5 978300760\n").interactions().get(0)).isEqualTo(rated);
    assertThat(csv("user id,item id\na b,c d\n").interactions().get(0))
        .isEqualTo(Interaction.view("a b", "c d"));
    assertThat(
            InteractionsLoader.csv(new StringReader("1|-|1193|-|5\n"))
                .delimiter("|-|")
                .load()
                .interactions()
                .get(0))
        .isEqualTo(Interaction.rating("1", "1193", 5));
  }

  @Test
  void pairsOfNumbersWithoutHeader_areViews() {
    assertThat(csv("7,9\n8,9\n").interactions().stream())
        .containsExactly(Interaction.view("7", "9"), Interaction.view("8", "9"));
  }

  @Test
  void withoutHeader_isUserItemRatingTimestamp() {
    Interactions events = csv("1\t31\t2.5\t1260759144\n1\t32\t3\t1260759145\n").interactions();

    assertThat(events.size()).isEqualTo(2);
    assertThat(events.get(0))
        .isEqualTo(Interaction.rating("1", "31", 2.5).at(Instant.ofEpochSecond(1_260_759_144L)));
  }

  @Test
  void times_followTheStatedRule() {
    Map<String, String> cases =
        Map.of(
            "1260759144", "2009-12-14T02:52:24Z",
            "1260759144000", "2009-12-14T02:52:24Z",
            "1260759144.5", "2009-12-14T02:52:24.500Z",
            "0", "1970-01-01T00:00:00Z",
            "2009-12-14 02:52:24", "2009-12-14T02:52:24Z",
            "2009-12-14T02:52:24+02:00", "2009-12-14T00:52:24Z",
            "2009-12-14T02:52:24-05:00", "2009-12-14T07:52:24Z",
            "2009-12-14", "2009-12-14T00:00:00Z");
    cases.forEach(
        (written, expected) ->
            assertThat(EventTime.parse(written).orElseThrow())
                .as(written)
                .isEqualTo(Instant.parse(expected).toEpochMilli()));
    for (String wrong : List.of("", "soon", "1e300", "2026-13-01", "99999-01-01", "NaN", "2026")) {
      assertThat(EventTime.parse(wrong).isPresent()).as(wrong).isEqualTo(wrong.equals("2026"));
    }
  }

  @Test
  void badRows_areSkippedAndNamed() {
    LoadedInteractions loaded =
        csv(
            """
            user,item,event,rating,time
            ,w,view,,
            a,,view,,
            a,w,gaze,,
            a,w,rating,NaN,
            a,w,rating,1e39,
            a,w,view,,someday
            a,w,like,,
            """);

    assertThat(loaded.interactions().size()).isEqualTo(2);
    assertThat(loaded.interactions().epochMillis(0)).isEqualTo(Interactions.NO_TIME);
    assertThat(loaded.report().skipped()).isEqualTo(5);
    assertThat(loaded.report().valuesLeftOut()).isEqualTo(1);
    assertThat(loaded.report().problems().stream().map(RowProblem::toString))
        .containsExactly(
            "line 2, column 'user'; expected a row with a user's id",
            "line 3, column 'item'; expected a row with an artwork's id",
            "line 4, column 'event': 'gaze'; expected one of view, click, favorite, unfavorite,"
                + " rating, purchase, comment, share, skip, dislike, impression",
            "line 5, column 'rating': 'NaN'; expected a finite number",
            "line 6, column 'rating': '1e39'; expected a finite number",
            "line 7, column 'time': 'someday'; expected an ISO 8601 date or time, or seconds or"
                + " milliseconds since 1970; the value was left out");
  }

  @Test
  void ratingWithoutValue_isSetAside() {
    LoadedInteractions loaded = csv("user,item,rating\na,w,\na,x,4\n");

    assertThat(loaded.interactions().size()).isEqualTo(1);
    assertThat(loaded.withoutRating().size()).isEqualTo(1);
    assertThat(loaded.withoutRating().artworkId(0)).isEqualTo("w");
    assertThat(loaded.report())
        .hasToString(
            "1 interaction loaded from CSV reader, 1 row without a value set aside\n"
                + "  no column filled kind, time");
  }

  @Test
  void missingColumn_listsTheHeaders() {
    assertThatThrownBy(() -> csv("who,item\n1,2\n"))
        .isInstanceOf(LoadException.class)
        .hasMessage(
            "cannot load interactions from CSV reader: no column for the user among [who, item]; name"
                + " it with column(InteractionField.USER, \"...\")");
    assertThat(
            InteractionsLoader.csv(new StringReader("who,item\n1,2\n"))
                .column(InteractionField.USER, "who")
                .load()
                .interactions()
                .size())
        .isEqualTo(1);
  }

  @Test
  void jsonLinesAndMaps_areRead() {
    assertThat(
            InteractionsLoader.jsonLines(
                    new StringReader("{\"user\":1,\"artwork\":\"w\",\"kind\":\"click\"}"))
                .load()
                .interactions()
                .get(0))
        .isEqualTo(Interaction.of("1", "w", InteractionKind.CLICK));
    assertThat(
            InteractionsLoader.from(Stream.of(Map.of("user", 1, "artwork", "w")))
                .load()
                .interactions()
                .get(0))
        .isEqualTo(Interaction.view("1", "w"));
  }

  @Test
  void timeThatIsNoTime_isRefused() {
    Interaction event = Interaction.view("ada", "w");
    assertThatThrownBy(() -> event.at(Instant.MAX))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "expected one in the years 1 to 9999 (user 'ada', artwork 'w', view)");
    assertThatThrownBy(
            () -> Interactions.builder().add("ada", "w", InteractionKind.VIEW, 1, Long.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected a time in the years 1 to 9999, or NO_TIME");
    Instant first = Instant.parse("0001-01-01T00:00:00Z");
    assertThat(Interactions.of(List.of(event.at(first))).get(0).time()).contains(first);
  }

  @Test
  void movieLens_loadsWhole() {
    LoadedInteractions loaded =
        InteractionsLoader.csv(SharedData.file("movielens-small/ratings.csv")).load();

    assertThat(loaded.interactions().size()).isEqualTo(100_004);
    assertThat(loaded.interactions().userCount()).isEqualTo(671);
    assertThat(loaded.interactions().artworkCount()).isEqualTo(9_066);
    assertThat(loaded.report().isClean()).isTrue();
  }
}
