package io.artrec.explain;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;

/** English and Chinese by the first way of every phrase, whatever the artwork is. */
final class FirstWays {
  static final Sentences SENTENCES =
      Sentences.standard()
          .language(Locale.ENGLISH, firstOf(new EnglishPhrases()))
          .language(Locale.CHINESE, firstOf(new ChinesePhrases()));

  private FirstWays() {}

  private static Phrases firstOf(Phrases phrases) {
    return (Phrases)
        Proxy.newProxyInstance(
            Phrases.class.getClassLoader(),
            new Class<?>[] {Phrases.class},
            (proxy, method, arguments) ->
                ((List<?>) method.invoke(phrases, arguments)).subList(0, 1));
  }
}
