package io.artrec.log;

import io.artrec.behavior.Interaction;
import io.artrec.log.internal.Pseudonyms;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * One ordered sequence of changes: what visitors did, and who was forgotten. A recommender appends
 * to it before it acknowledges anything, and replays it when it starts. Implementations are
 * thread-safe and follow {@code ChangeLogContract} of artrec-testkit.
 *
 * <p>Entries are numbered from 1, rising; numbers of removed entries are not given again. One
 * recommender at a time may use a log; an implementation that can be opened twice refuses that.
 */
public interface ChangeLog extends AutoCloseable {
  /**
   * A change and its place.
   *
   * @param number 1 or more, higher than those of all changes before it
   * @param change the change
   */
  record Entry(long number, Change change) {}

  /**
   * Returns the identity of this log, made when it was created and kept for its life; model files
   * remember which changes of it they hold.
   *
   * @return an id that no other log has, not guessable
   */
  String id();

  /**
   * Returns the highest number given so far.
   *
   * @return 0 when there is none yet
   */
  long lastNumber();

  /**
   * Appends changes, all or none. When it returns they are as durable as the log promises, and a
   * replay gives them.
   *
   * @param changes the changes in order
   * @return the number of the last of them, or {@link #lastNumber} when there are none
   * @throws LogException when they cannot be appended; none of them is then in the log
   */
  long append(List<Change> changes);

  /**
   * Appends an event.
   *
   * @param event the event
   * @return its number
   * @throws LogException when it cannot be appended; it is then not in the log
   * @throws IllegalArgumentException when a text of it is no valid Unicode
   */
  default long append(Interaction event) {
    return append(List.of(new Change.Recorded(event)));
  }

  /**
   * Hands over changes in order, one by one, without holding all of them in memory.
   *
   * @param after hands over those with a higher number; 0 for all
   * @param consumer receives them; must not use the log
   * @throws LogException when the log cannot be read, or {@code after} is less than {@link
   *     #compactedTo}, so that changes would be missing
   */
  void replay(long after, Consumer<Entry> consumer);

  /**
   * Hands over all marks in order, those before {@link #compactedTo} included.
   *
   * @param consumer receives them; must not use the log
   * @throws LogException when the log cannot be read
   */
  void marks(Consumer<Entry> consumer);

  /**
   * Appends a mark, which says what is erased. When it returns the mark is as durable as what
   * {@link #append} returned for, and what it erases is bound to go: by {@link Erasure#finish} or,
   * after a crash, when the log is opened again. Until then {@link #replay} may still give it.
   *
   * @param mark what to erase: changes with lower numbers that {@link Change.Mark#erases(Change,
   *     java.util.function.UnaryOperator)}
   * @return the second step, which removes them
   * @throws LogException when the mark cannot be appended; it is then not in the log
   */
  Erasure erase(Change.Mark mark);

  /**
   * Appends that a visitor was forgotten. {@link Erasure#finish} then removes everything of them;
   * nothing of the id is left in what the log keeps.
   *
   * @param user the visitor's id
   * @param when the time
   * @return the second step, which removes what the log holds of them
   * @throws LogException when it cannot be appended; the log is then as before
   */
  default Erasure forget(String user, Instant when) {
    return erase(new Change.Forgotten(pseudonym(user), when.toEpochMilli())).about(user);
  }

  /**
   * Drops changes that a saved model holds, but for marks. After a failure or a crash all of them
   * are dropped, or none is. Where as much was dropped before, it does nothing.
   *
   * @param upTo the highest number to drop, at most {@link #lastNumber}
   * @throws LogException when it cannot be done; {@link #compactedTo} says whether they are dropped
   * @throws IllegalArgumentException when {@code upTo} is above {@link #lastNumber}
   */
  void compact(long upTo);

  /**
   * Returns up to which number changes were dropped by {@link #compact}.
   *
   * @return 0 when none were
   */
  long compactedTo();

  /**
   * Writes again what is under an earlier key of the application, where this kind of log encrypts
   * what it keeps; does nothing otherwise.
   *
   * @throws LogException when not all could be written again; calling it again does the rest
   */
  default void rotateKeys() {}

  /**
   * Returns what stands for a visitor in {@link Change.Forgotten}: HMAC-SHA-256 of the id under
   * this log's {@link #id}, in hexadecimal digits.
   *
   * @param user the visitor's id
   * @return 64 digits
   */
  default String pseudonym(String user) {
    return new Pseudonyms(id()).apply(user);
  }

  /**
   * Ends the use of this log; appending then throws. A second call changes nothing.
   *
   * @throws LogException when something cannot be written any more
   */
  @Override
  void close();
}
