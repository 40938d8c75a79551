package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.catalog.UnknownArtworkException;
import io.artrec.filter.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AudienceTest {
  private static final Catalog CATALOG = Fixture.catalog(12, 1);
  private static final List<Interaction> EVENTS = Fixture.interactions(CATALOG, 16, 8, 2);

  private static Recommender recommender() {
    return Fixture.builder(CATALOG, EVENTS).build();
  }

  private static List<String> users(List<AudienceMember> audience) {
    return audience.stream().map(AudienceMember::user).toList();
  }

  /** Where a work stands in the whole list of a visitor, 0 when it is not in it. */
  private static int place(Recommender recommender, String user, String artwork) {
    RecommendationRequest everything =
        RecommendationRequest.forUser(user).n(CATALOG.size() + 5).build();
    return recommender.recommend(everything).stream()
            .filter(r -> !r.isFallback())
            .map(r -> r.artwork().id())
            .toList()
            .indexOf(artwork)
        + 1;
  }

  @Test
  void audience_isThoseInWhoseListsTheWorkStandsHighest() {
    Recommender recommender = recommender();
    for (String artwork : List.of("w0-3", "w2-7", "w3-11")) {
      List<AudienceMember> audience = recommender.audience(artwork, 100);
      int last = 0;
      List<String> without = new ArrayList<>();
      for (int user = 0; user < 16; user++) {
        without.add("u" + user);
      }
      for (AudienceMember member : audience) {
        assertThat(member.rank())
            .as("%s for %s", artwork, member)
            .isEqualTo(place(recommender, member.user(), artwork))
            .isGreaterThanOrEqualTo(last);
        last = member.rank();
        without.remove(member.user());
        assertThat(member.score()).isEqualTo(member.explanation().score());
      }
      for (String user : without) {
        assertThat(place(recommender, user, artwork)).isZero();
      }
      assertThat(users(recommender.audience(artwork, 3))).isEqualTo(users(audience.subList(0, 3)));
    }
  }

  @Test
  void newAcquisition_isForThoseWhoLikeItsKind() {
    Recommender recommender = recommender();
    recommender.update(
        CatalogChange.add(
            Artwork.builder("new", "Acquired").movement("Cubism").subject("guitar").build()));
    recommender.record(Interaction.favorite("fan", "w2-1"));
    List<AudienceMember> audience = recommender.audience("new", 4, Locale.CHINESE);
    assertThat(audience).hasSize(4);
    for (AudienceMember member : audience) {
      assertThat(Integer.parseInt(member.user().substring(1)) % 4).as("%s", member).isEqualTo(2);
    }
    assertThat(users(recommender.audience("new", 100))).contains("fan");
    assertThat(audience.get(0).explanation().toString()).contains("您喜欢的《");
    assertThat(new Gson().toJson(audience.get(0).plain()))
        .contains("\"rank\":" + audience.get(0).rank() + ",");
  }

  @Test
  void whoKnowsTheWork_isForgotten_orMayNotSeeIt_isNotToldOfIt() {
    Recommender recommender = recommender();
    List<String> before = users(recommender.audience("w1-4", 100));
    String knows = before.get(0);
    String gone = before.get(1);
    recommender.record(Interaction.view(knows, "w1-4"));
    recommender.forget(gone);
    assertThat(users(recommender.audience("w1-4", 100)))
        .isNotEmpty()
        .doesNotContain(knows, gone, "nobody");
    Recommender filtered =
        Fixture.builder(CATALOG, EVENTS).filter(Filters.excluding(List.of("w1-4"))).build();
    assertThat(filtered.audience("w1-4", 5)).isEmpty();
  }

  @Test
  void badInput_isRefused() {
    Recommender recommender = recommender();
    assertThatThrownBy(() -> recommender.audience("z", 3))
        .isInstanceOf(UnknownArtworkException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> recommender.audience("w0-0", 0))
        .withMessageContaining("n is 0");
  }
}
