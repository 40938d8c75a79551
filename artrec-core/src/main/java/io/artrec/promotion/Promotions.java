package io.artrec.promotion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the house wants for everybody. Immutable and thread-safe.
 *
 * <pre>{@code
 * Promotions.none().pin("the-great-wave", 1).boost("kite-day", 0.2).bury("guernica", 0.5)
 *     .sponsor("fine-wind-clear-morning", "The Friends of Ukiyo-e", 4);
 * }</pre>
 *
 * <p>All of it holds for recommendations, whoever asks, and for nothing that may not be answered:
 * filters, blocks, exclusions, works seen and works withdrawn go first. Works that the catalogue
 * lacks have no effect until it has them. A placed work stands at its place in answers that reach
 * so far, after re-ranking, and the others keep their order around it; an answer that is shorter
 * ends with it. A boost raises a score, and a bury lowers it, by a share of the distance between
 * the lowest and the highest score of the answer; works without a score stay without.
 */
public final class Promotions {
  private static final Promotions NONE = new Promotions(List.of(), Map.of());

  private final List<Placement> placements;
  private final Map<String, Double> shifts;

  private Promotions(List<Placement> placements, Map<String, Double> shifts) {
    this.placements =
        placements.stream().sorted(Comparator.comparingInt(Placement::place)).toList();
    this.shifts = Collections.unmodifiableMap(new LinkedHashMap<>(shifts));
  }

  /**
   * Returns no promotions, to begin with.
   *
   * @return the empty promotions
   */
  public static Promotions none() {
    return NONE;
  }

  /**
   * Returns these with a work that the house wants at a place.
   *
   * @param artwork the artwork's id
   * @param place the place, 1 for the first
   * @return the longer promotions
   * @throws IllegalArgumentException when the work or the place is taken
   */
  public Promotions pin(String artwork, int place) {
    return placing(new Placement(artwork, place, Optional.empty()));
  }

  /**
   * Returns these with a work for whose place somebody paid; every answer that holds it says who.
   *
   * @param artwork the artwork's id
   * @param sponsor who paid, as it is to be read, not blank
   * @param place the place, 1 for the first
   * @return the longer promotions
   * @throws IllegalArgumentException when the work or the place is taken
   */
  public Promotions sponsor(String artwork, String sponsor, int place) {
    return placing(new Placement(artwork, place, Optional.of(sponsor)));
  }

  private Promotions placing(Placement more) {
    for (Placement placement : placements) {
      if (placement.place() == more.place() || placement.artwork().equals(more.artwork())) {
        throw new IllegalArgumentException(
            "work '"
                + more.artwork()
                + "' for place "
                + more.place()
                + ": work '"
                + placement.artwork()
                + "' has place "
                + placement.place()
                + "; give each work and each place once");
      }
    }
    List<Placement> longer = new ArrayList<>(placements);
    longer.add(more);
    return new Promotions(longer, shifts);
  }

  /**
   * Returns these with a work that comes forward.
   *
   * @param artwork the artwork's id, not blank
   * @param share of the distance between the lowest and the highest score, above 0; with 1 the work
   *     reaches every other that is not boosted
   * @return the longer promotions
   * @throws IllegalArgumentException when the work is boosted or buried already
   */
  public Promotions boost(String artwork, double share) {
    return shifting(artwork, share, share);
  }

  /**
   * Returns these with a work that goes back.
   *
   * @param artwork the artwork's id, not blank
   * @param share of the distance between the lowest and the highest score, above 0
   * @return the longer promotions
   * @throws IllegalArgumentException when the work is boosted or buried already
   */
  public Promotions bury(String artwork, double share) {
    return shifting(artwork, share, -share);
  }

  private Promotions shifting(String artwork, double share, double shift) {
    if (artwork.isBlank()) {
      throw new IllegalArgumentException("the id of a work to boost or bury is blank");
    }
    if (!(share > 0) || !Double.isFinite(share)) {
      throw new IllegalArgumentException(
          "the share of work '" + artwork + "' is " + share + ", expected more than 0");
    }
    Map<String, Double> longer = new LinkedHashMap<>(shifts);
    if (longer.put(artwork, shift) != null) {
      throw new IllegalArgumentException(
          "work '" + artwork + "' is boosted or buried already; do it once");
    }
    return new Promotions(placements, longer);
  }

  /**
   * Returns the works at set places.
   *
   * @return placements by ascending place
   */
  public List<Placement> placements() {
    return placements;
  }

  /**
   * Returns the works whose scores are moved.
   *
   * @return shares by artwork id, negative for those that are buried
   */
  public Map<String, Double> shifts() {
    return shifts;
  }

  /**
   * Tells whether nothing is wanted.
   *
   * @return true when there is nothing
   */
  public boolean isEmpty() {
    return placements.isEmpty() && shifts.isEmpty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Promotions that
        && placements.equals(that.placements)
        && shifts.equals(that.shifts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(placements, shifts);
  }

  @Override
  public String toString() {
    return "placements " + placements + ", shifts " + shifts;
  }
}
