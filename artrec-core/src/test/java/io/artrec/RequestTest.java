package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.filter.Filter;
import io.artrec.filter.Filters;
import io.artrec.strategy.GroupRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestTest {
  private static RecommendationRequest.Builder full() {
    return RecommendationRequest.forUser("ada")
        .history(List.of(Interaction.favorite("ada", "w1")))
        .n(5)
        .filter(Filters.yearBetween(1800, 1900).and(Filters.artist("Monet").negate()))
        .exclude("w2", "w3")
        .facet("period", 0.5)
        .includeSeen()
        .wish("snow")
        .locale(Locale.CHINESE);
  }

  private static SimilarRequest.Builder similar() {
    return SimilarRequest.to("w1").n(5).filter(Filters.available()).exclude("w2").facet("size", 1);
  }

  static Stream<Supplier<Request>> requests() {
    return Stream.of(
        () -> full().build(),
        () -> full().n(6).build(),
        () -> full().filter(Filters.unseen()).build(),
        () -> full().exclude(List.of("w4")).build(),
        () -> full().facet("period", 0.6).build(),
        () -> full().locale(Locale.ENGLISH).build(),
        () -> full().history(List.of(Interaction.favorite("ada", "w1"))).build(),
        () -> RecommendationRequest.builder().build(),
        () -> RecommendationRequest.builder().wish("snow").build(),
        () -> RecommendationRequest.builder().includeSeen().build(),
        () -> RecommendationRequest.forUser("ada").build(),
        () -> RecommendationRequest.forGroup("ada", "ben").build(),
        () -> RecommendationRequest.forGroup("ben", "ada").build(),
        () ->
            RecommendationRequest.forGroup("ada", "ben").groupRule(GroupRule.LEAST_MISERY).build(),
        () -> similar().build(),
        () -> similar().exclude("w3").build(),
        () -> SimilarRequest.to("w1").build(),
        () -> SimilarRequest.to("w1", "w2").build(),
        () -> SimilarRequest.to("w1").and("w2", 0.5).build(),
        () -> SimilarRequest.to(Artwork.builder("w1", "Title").build()).build(),
        () -> SimilarRequest.to(SimilarSource.image("w1")).build(),
        () -> SimilarRequest.to(SimilarSource.text("w1")).build(),
        () -> SimilarRequest.to("w1").variant("b").build(),
        () -> SimilarRequest.to("w1").seed(5).build(),
        () -> SimilarRequest.to("w2").build());
  }

  @ParameterizedTest
  @MethodSource("requests")
  void requestsAreEqual_whenAndOnlyWhenTheirPartsAre(Supplier<Request> made) {
    Request request = made.get();
    assertThat(request).isEqualTo(made.get()).hasSameHashCodeAs(made.get());
    assertThat(request).hasToString(made.get().toString());
    assertThat(request.toBuilder().build()).isEqualTo(request);
    assertThat(requests().map(Supplier::get).filter(request::equals)).hasSize(1);
  }

  @Test
  void whatWasSet_canBeRead() {
    RecommendationRequest request = full().build();
    assertThat(request.user()).contains("ada");
    assertThat(request.history()).containsExactly(Interaction.favorite("ada", "w1"));
    assertThat(request.group()).isEmpty();
    assertThat(request.groupRule()).isEqualTo(GroupRule.AVERAGE);
    assertThat(request.n()).isEqualTo(5);
    assertThat(request.filter().map(Filter::description))
        .contains("year 1800 to 1900 and not artist Monet");
    assertThat(request.excluded()).containsExactly("w2", "w3");
    assertThat(request.facets()).containsExactly(Map.entry("period", 0.5));
    assertThat(request.seenIncluded()).isTrue();
    assertThat(request.wish()).contains("snow");
    assertThat(request.locale()).isEqualTo(Locale.CHINESE);
    assertThat(similar().build().sources())
        .containsExactly(Map.entry(SimilarSource.artwork("w1"), 1.0));
  }

  @Test
  void text_saysWhatIsNotAsUsual() {
    assertThat(RecommendationRequest.builder().build()).hasToString("RecommendationRequest[]");
    assertThat(full().build())
        .hasToString(
            "RecommendationRequest[user=ada, history=1 events, wish=snow, seenIncluded=true, n=5,"
                + " filter=year 1800 to 1900 and not artist Monet, excluded=[w2, w3],"
                + " facets={period=0.5}, locale=zh]");
    assertThat(SimilarRequest.to("w1").n(3).build()).hasToString("SimilarRequest[to=[w1], n=3]");
    assertThat(
            SimilarRequest.to(SimilarSource.text("quiet snow"))
                .and("w1", 0.5)
                .variant("b")
                .seed(7)
                .build())
        .hasToString("SimilarRequest[to=[text 'quiet snow', w1 × 0.5], variant=b, seed=7]");
  }

  @Test
  void changedRequest_leavesTheOneItIsMadeFrom() {
    RecommendationRequest request = full().build();
    RecommendationRequest changed =
        request.toBuilder().n(7).exclude("w4").filter(Filters.unseen()).wish("sun").build();

    assertThat(changed.n()).isEqualTo(7);
    assertThat(changed.excluded()).containsExactly("w2", "w3", "w4");
    assertThat(changed.wish()).contains("sun");
    assertThat(changed.user()).contains("ada");
    assertThat(changed.filter().map(Filter::description))
        .contains("year 1800 to 1900 and not artist Monet and unseen");
    assertThat(request).isEqualTo(full().build());
  }

  @Test
  void newAsker_takesThePlaceOfTheEarlierOne() {
    RecommendationRequest ada = full().build();
    RecommendationRequest ben = ada.toBuilder().user("ben").build();
    assertThat(ben.user()).contains("ben");
    assertThat(ben.history()).isEmpty();

    RecommendationRequest both =
        ada.toBuilder().group(Set.of("ben")).groupRule(GroupRule.MOST_PLEASURE).build();
    assertThat(both.user()).isEmpty();
    assertThat(both.group()).containsExactly("ben");
    assertThat(both.toBuilder().user("chen").build().groupRule()).isEqualTo(GroupRule.AVERAGE);
    assertThatThrownBy(() -> ada.toBuilder().user("ben").user("chen"))
        .hasMessage(
            "user 'chen' and user 'ben' cannot both ask; send one request each, or a group");
    assertThatThrownBy(() -> ada.toBuilder().wish("sun").wish("rain"))
        .hasMessage("the wish is 'sun' already; 'rain' cannot be set, too");
  }

  @Test
  void nothingToBeLike_isRefused() {
    assertThatThrownBy(() -> SimilarRequest.to().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("nothing is set that works are to be like");
    assertThatThrownBy(() -> SimilarRequest.to("w1").and("w2", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weight of w2 is 0.0, expected a finite number above 0");
    assertThatThrownBy(() -> SimilarSource.text(" "))
        .hasMessage("the text to be like is blank, expected some words");
    assertThatThrownBy(() -> SimilarSource.image(""))
        .hasMessage("image reference is blank, expected what the recommender's images read");
  }

  @Test
  void filtersComposed_areEqualByWhatTheyAccept() {
    Supplier<Filter> filter =
        () ->
            Filters.artist("Monet")
                .or(Filters.movement("Cubism").negate())
                .and(Filters.unseen())
                .and(Filters.priceBetween(1, 2, "EUR").orUnknown());
    assertThat(filter.get()).isEqualTo(filter.get()).hasSameHashCodeAs(filter.get());
    assertThat(filter.get().and(Filters.available())).isNotEqualTo(filter.get());
    assertThat(filter.get())
        .hasToString(
            "(artist Monet or not movement Cubism) and unseen and price 1 to 2 EUR or unknown");
  }
}
