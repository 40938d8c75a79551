package io.artrec;

import io.artrec.behavior.Interaction;
import io.artrec.feature.FeatureSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Tries small changes of a request that bring a work into its answer. */
final class Changes {
  private static final int MOST_LIKES = 5;

  private final RecommendationRequest request;
  private final String artwork;
  private final Predicate<RecommendationRequest> bringsIn;

  /**
   * Of a request.
   *
   * @param artwork the work's id
   * @param bringsIn whether the answer to a request has the work
   */
  Changes(
      RecommendationRequest request, String artwork, Predicate<RecommendationRequest> bringsIn) {
    this.request = request;
    this.artwork = artwork;
    this.bringsIn = bringsIn;
  }

  /**
   * What does it.
   *
   * @param likes works whose liking may help, the most promising first
   * @param features what can count
   * @param rank the work's rank by score, 0 when it has none
   */
  List<WhyNot.Change> found(List<String> likes, List<FeatureSpec> features, int rank) {
    List<WhyNot.Change> found = new ArrayList<>();
    if (request.group().isEmpty()) {
      likes(likes, found);
    }
    for (String facet : new TreeSet<>(features.stream().map(FeatureSpec::facet).toList())) {
      if (request.facets().isEmpty()
          && bringsIn.test(request.toBuilder().facet(facet, 1).build())) {
        found.add(new WhyNot.Change(WhyNot.Change.Kind.FACET, facet));
      }
    }
    if (rank > request.n()
        && rank <= Request.MOST
        && bringsIn.test(request.toBuilder().n(rank).build())) {
      found.add(new WhyNot.Change(WhyNot.Change.Kind.MORE, Integer.toString(rank)));
    }
    return found;
  }

  /** One work that does it, or else as many of the first as do. */
  private void likes(List<String> likes, List<WhyNot.Change> found) {
    List<String> several =
        likes.stream().filter(id -> !id.equals(artwork)).limit(MOST_LIKES).toList();
    for (String id : several) {
      if (bringsIn.test(liking(List.of(id)))) {
        found.add(new WhyNot.Change(WhyNot.Change.Kind.LIKE, id));
        return;
      }
    }
    for (int count = 2; count <= several.size(); count++) {
      List<String> first = several.subList(0, count);
      if (bringsIn.test(liking(first))) {
        found.add(new WhyNot.Change(WhyNot.Change.Kind.LIKE, String.join(", ", first)));
        return;
      }
    }
  }

  private RecommendationRequest liking(List<String> ids) {
    String user = request.user().orElse("visitor");
    return request.toBuilder()
        .history(ids.stream().map(id -> Interaction.favorite(user, id)).toList())
        .build();
  }
}
