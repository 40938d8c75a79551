package io.artrec;

import java.util.Map;

/**
 * Keeps something about visitors beside the recommender: a cache of replies, a table of addresses,
 * a search engine's profile. Added by {@link Recommender#addHolder}, it is asked whenever somebody
 * wants to know what is held about them ({@link Recommender#export}) or to be forgotten ({@link
 * Recommender#forget}), and stands in the export and the receipt by its name.
 *
 * <p>Called on the thread that exports or forgets, holding no lock of the recommender, which may be
 * asked. Several visitors may be exported and forgotten at the same time, so an implementation is
 * thread-safe.
 */
public interface PersonalDataHolder {
  /**
   * Names the holder, for exports and receipts.
   *
   * @return a short stable name that no other holder of the recommender has, as {@code "replies of
   *     llama-3"}
   */
  String name();

  /**
   * Returns what is held about a visitor.
   *
   * @param visitor the visitor's id
   * @return maps, lists, numbers, texts and booleans by name, which any writer of JSON takes; empty
   *     when nothing is held
   */
  Map<String, Object> export(String visitor);

  /**
   * Erases what is held about a visitor. Called again with the same id when it failed, and when
   * somebody is forgotten twice; a second call erases what is left.
   *
   * @param visitor the visitor's id, which must not be kept
   * @return how many things were erased, 0 when there was nothing
   * @throws RuntimeException when not all could be erased; the receipt says so with its message,
   *     and {@link Recommender#awaitForgotten} tries again
   */
  int forget(String visitor);
}
