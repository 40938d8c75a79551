package io.artrec.elicitation;

import io.artrec.catalog.Catalog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a meeting with somebody stands: what they answered, what to ask next, what is known. A
 * value, all of which follows from its answers; {@link FirstMeeting#resume} makes it of them again.
 * Immutable and thread-safe.
 */
public final class Acquaintance {
  private final FirstMeeting meeting;
  private final List<PairAnswer> answers;
  private final List<Judgment> judgments;
  private final Posterior posterior;

  Acquaintance(FirstMeeting meeting, List<PairAnswer> answers) {
    this.meeting = meeting;
    this.answers = List.copyOf(answers);
    judgments = Judgment.of(this.answers, meeting.catalog(), meeting.space());
    posterior = meeting.posterior(judgments);
  }

  /**
   * {@return the pair whose answer is expected to tell most, of works that no answer was about;
   * empty when as many were answered as are asked, there are no more works to show, or no answer is
   * expected to tell as much as {@link FirstMeeting.Builder#leastBits}} Cost as {@link
   * FirstMeeting} says, some milliseconds.
   */
  public Optional<ArtworkPair> next() {
    if (answers.size() >= meeting.pairs()) {
      return Optional.empty();
    }
    Catalog catalog = meeting.catalog();
    Pool pool = meeting.pool();
    return new PoolBelief(pool, meeting.space(), posterior)
        .best(shown())
        .filter(choice -> choice.bits() >= meeting.leastBits())
        .map(
            choice ->
                new ArtworkPair(
                    catalog.get(pool.work(choice.first())),
                    catalog.get(pool.work(choice.second())),
                    choice.bits()));
  }

  private boolean[] shown() {
    Set<String> ids = new HashSet<>();
    for (PairAnswer answer : answers) {
      ids.add(answer.first());
      ids.add(answer.second());
    }
    boolean[] shown = new boolean[meeting.pool().size()];
    for (int place = 0; place < shown.length; place++) {
      shown[place] = ids.contains(meeting.catalog().get(meeting.pool().work(place)).id());
    }
    return shown;
  }

  /**
   * Takes an answer, to the pair that was asked or to any other.
   *
   * @param answer what was said
   * @return the acquaintance that knows it, too
   * @throws io.artrec.catalog.UnknownArtworkException when the catalogue does not hold a work
   */
  public Acquaintance with(PairAnswer answer) {
    List<PairAnswer> more = new ArrayList<>(answers);
    more.add(answer);
    return new Acquaintance(meeting, more);
  }

  /**
   * Returns what was answered.
   *
   * @return the answers in order: all there is to keep
   */
  public List<PairAnswer> answers() {
    return answers;
  }

  /** {@return what is known of the taste, before the first answer one that knows nothing} */
  public TasteProfile profile() {
    return new TasteProfile(meeting, judgments, posterior);
  }
}
