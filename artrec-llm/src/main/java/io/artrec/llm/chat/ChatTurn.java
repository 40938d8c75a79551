package io.artrec.llm.chat;

import java.util.List;
import java.util.Objects;

/**
 * What one side of a conversation said. Its {@code toString} tells sizes, never the words.
 *
 * @param speaker who said it
 * @param text the words
 * @param images images shown with it, of the user only
 */
public record ChatTurn(Speaker speaker, String text, List<ChatImage> images) {
  /** Who speaks. */
  public enum Speaker {
    /** Whoever asks. */
    USER,
    /** The model, in an earlier reply. */
    MODEL
  }

  /** Checks the values and copies the list. */
  public ChatTurn {
    Objects.requireNonNull(speaker, "speaker");
    Objects.requireNonNull(text, "text");
    images = List.copyOf(images);
    if (speaker == Speaker.MODEL && !images.isEmpty()) {
      throw new IllegalArgumentException(
          images.size() + " images in a turn of the model, expected them in turns of the user");
    }
  }

  /**
   * {@return a turn of the user}
   *
   * @param text the words
   */
  public static ChatTurn user(String text) {
    return new ChatTurn(Speaker.USER, text, List.of());
  }

  /**
   * Returns an earlier reply of the model.
   *
   * @param text the words
   * @return the turn
   */
  public static ChatTurn model(String text) {
    return new ChatTurn(Speaker.MODEL, text, List.of());
  }

  /**
   * {@return this turn with images instead of those it had}
   *
   * @param shown the images, in order
   */
  public ChatTurn showing(List<ChatImage> shown) {
    return new ChatTurn(speaker, text, shown);
  }

  @Override
  public String toString() {
    return speaker + ": " + text.length() + " chars, " + images.size() + " images";
  }
}
