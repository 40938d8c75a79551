package io.artrec.eval.split;

import io.artrec.catalog.Artwork;
import io.artrec.eval.trait.ArtworkTrait;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The splitters there are, by factory and by name; and splits saved and loaded. What all splitters
 * keep to is said at {@link Splitter}.
 *
 * <p>Cost: O(events) time for each split, and a sort within visitors; 34 bytes an event of memory
 * while dividing, and each split holds a copy of the events in its parts, 21 bytes an event.
 */
public final class Splits {
  private Splits() {}

  /** {@return the names of all splitters, the simplest first} */
  public static List<String> names() {
    return NamedSplitters.names();
  }

  /**
   * Returns what a splitter tests and which settings it has, for a command's help.
   *
   * @param name one of {@link #names}
   * @return one line
   * @throws IllegalArgumentException when there is no such splitter
   */
  public static String description(String name) {
    return NamedSplitters.description(name);
  }

  /**
   * {@return a splitter by name and settings}
   *
   * @param text {@code name} or {@code name:key=value,key=value}: {@code per-user:ratio=0.2}
   * @throws IllegalArgumentException when the name or a setting is unknown or a value is out of its
   *     range; the message says what is expected
   */
  public static Splitter parse(String text) {
    return NamedSplitters.parse(text);
  }

  /**
   * Tests a share of all pairs of a visitor and a work, drawn by chance. Visitors and works may
   * come to have nothing in training.
   *
   * @param ratio the share, in (0, 1)
   * @return the splitter
   */
  public static Splitter random(double ratio) {
    return new RandomSplitter(ratio);
  }

  /**
   * Tests a share of each visitor's works, drawn by chance: {@code max(1, round(ratio · works))},
   * at least one left for training. Which are drawn depends on the seed, the visitor's id and their
   * own events only. Visitors with one work are learned from and not tested.
   *
   * @param ratio the share, in (0, 1)
   * @return the splitter
   */
  public static Splitter perUser(double ratio) {
    return perUser(ratio, 2);
  }

  /**
   * Does as {@link #perUser(double)} for visitors with a minimal history.
   *
   * @param ratio the share, in (0, 1)
   * @param least how many works a tested visitor has had to do with, 2 or more
   * @return the splitter
   */
  public static Splitter perUser(double ratio, int least) {
    return new PerUserSplitter(ratio, least, false, false);
  }

  /**
   * Tests the share of each visitor's works that they came to know last, with every event from the
   * first such on. All events need times. Other visitors' training events may be later than a
   * tested event; {@link #globalTime(double)} has no such look ahead.
   *
   * @param ratio the share, in (0, 1)
   * @param least how many works a tested visitor has had to do with, 2 or more
   * @return the splitter
   */
  public static Splitter latestPerUser(double ratio, int least) {
    return new PerUserSplitter(ratio, least, true, false);
  }

  /**
   * Tests the {@code k} works that each visitor came to know last, with every event from the first
   * such on; leave-one-out with {@code k} of 1. All events need times. Visitors with {@code k}
   * works or fewer are learned from and not tested.
   *
   * @param k how many works, 1 or more
   * @return the splitter
   */
  public static Splitter leaveLastOut(int k) {
    return new LeaveLastOutSplitter(k, k + 1, false);
  }

  /**
   * Tests the newest events of all visitors together: those from the moment on that parts the
   * events most nearly in the ratio. The split nearest to use, since nothing learned is later than
   * anything tested (Meng, McCreadie, Macdonald &amp; Ounis, "Exploring Data Splitting Strategies
   * for the Evaluation of Recommendation Models", RecSys 2020; Ji, Sun, Zhang &amp; Li, "A Critical
   * Study on Data Leakage in Recommender System Offline Evaluation", TOIS 2023). Visitors may come
   * to have nothing in training.
   *
   * @param ratio the share of events, before those that return to known works are left out
   * @return the splitter
   */
  public static Splitter globalTime(double ratio) {
    return new GlobalTimeSplitter(ratio, Optional.empty(), false);
  }

  /**
   * Tests the events at or after a moment.
   *
   * @param at the moment
   * @return the splitter
   */
  public static Splitter globalTime(Instant at) {
    return new GlobalTimeSplitter(GlobalTimeSplitter.RATIO, Optional.of(at), false);
  }

  /**
   * Tests windows of time that follow each other and end with the last event, each on all events
   * before it.
   *
   * @param windows how many, 1 to 10,000
   * @param width how long each is
   * @return the splitter; it makes as many splits as windows, the earliest first
   */
  public static Splitter rolling(int windows, Duration width) {
    return new RollingSplitter(windows, width, false);
  }

  /**
   * Cross validation: deals the pairs of a visitor and a work by chance, so that each is tested in
   * one fold and learned from in the others; folds differ by one pair at most.
   *
   * @param folds how many, 2 to 100
   * @return the splitter; it makes as many splits as folds
   */
  public static Splitter kFold(int folds) {
    return new KFoldSplitter(folds);
  }

  /**
   * Cross validation by visitor: deals visitors by chance; each is tested in one fold, on a share
   * of their works drawn by chance, with the rest of their works and all other visitors in
   * training.
   *
   * @param folds how many, 2 to 100
   * @param ratio the share of a tested visitor's works, in (0, 1)
   * @return the splitter; it makes as many splits as folds
   */
  public static Splitter kFoldOfUsers(int folds, double ratio) {
    return new UserFoldSplitter(folds, ratio, 2);
  }

  /**
   * Cold visitors: holds a share of visitors out of training altogether. Of each, a share of the
   * works is {@link Split#known} when they ask, and the rest is tested: strong generalization
   * (Marlin, "Collaborative Filtering: A Machine Learning Perspective", 2004; Liang, Krishnan,
   * Hoffman &amp; Jebara, "Variational Autoencoders for Collaborative Filtering", WWW 2018, whose
   * fold-in is 0.8 and whose visitors have five works or more). With a fold-in of 0 nothing is
   * known and everything tested: the very first visit, on which recommenders that answer from
   * history can only fall back.
   *
   * @param ratio the share of visitors, of those with enough works, in (0, 1)
   * @param foldIn the share of their works that is known, in [0, 1)
   * @return the splitter
   */
  public static Splitter coldUser(double ratio, double foldIn) {
    return new ColdUserSplitter(ratio, foldIn, ColdUserSplitter.leastOf(foldIn), false);
  }

  /**
   * Cold works: holds a share of works out of training altogether, so that only what they are like
   * can recommend them. They compete with all works; visitors may come to have nothing in training.
   *
   * @param ratio the share of works with events, in (0, 1)
   * @return the splitter
   */
  public static Splitter coldArtwork(double ratio) {
    return new ColdArtworkSplitter(ratio);
  }

  /**
   * Holds a share of artists, or other groups, out of training with all their works. Works that
   * share one of several artists are one group together; a work without any is a group of its own.
   * Case does not matter. The share is of groups, so the share of events varies with their size.
   *
   * @param ratio the share of groups, in (0, 1)
   * @param by {@code artist}, {@code movement}, {@code genre}, {@code medium}, {@code technique},
   *     {@code subject}, or the name of an attribute ({@link Artwork#attributes})
   * @return the splitter
   */
  public static Splitter grouped(double ratio, String by) {
    return grouped(ratio, by, new ArtworkTrait(by));
  }

  /**
   * Does as {@link #grouped(double, String)} with groups of one's own. {@link #parse} cannot make
   * this splitter from its name.
   *
   * @param ratio the share of groups, in (0, 1)
   * @param by what the groups are called
   * @param groupsOf the groups of a work, none or more
   * @return the splitter
   */
  public static Splitter grouped(
      double ratio, String by, Function<? super Artwork, ? extends Collection<String>> groupsOf) {
    return new GroupedSplitter(ratio, by, groupsOf);
  }

  /**
   * Saves splits in a folder, one file each with a checksum; {@link #load} gives them back equal in
   * every bit: events in their order with kinds, values, times, comments and event ids, name, seed
   * and time of asking.
   *
   * @param splits one or more, of one data set
   * @param folder the folder; made when it is missing, and must not hold splits
   * @throws io.artrec.model.ModelFileException when the folder holds splits or cannot be written
   */
  public static void save(List<Split> splits, Path folder) {
    SplitFile.saveAll(splits, folder);
  }

  /**
   * Loads the splits of a folder.
   *
   * @param folder the folder {@link #save} wrote
   * @return the splits in their order
   * @throws io.artrec.model.ModelFileException when the folder holds none, one is missing, or a
   *     file is damaged or of another version; the message names the file
   */
  public static List<Split> load(Path folder) {
    return SplitFile.loadAll(folder);
  }
}
