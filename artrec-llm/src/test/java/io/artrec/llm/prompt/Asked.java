package io.artrec.llm.prompt;

import io.artrec.llm.chat.ChatRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a scripted model finds in what it is asked. */
public final class Asked {
  private static final Pattern ALIASED =
      Pattern.compile("(?m)^([bcdfghjkmnpqrstvwxz2-9]{4}): (.*)$");

  private Asked() {}

  /** Drawn names and the texts behind them, in order. */
  public static Map<String, String> candidates(ChatRequest request) {
    Map<String, String> candidates = new LinkedHashMap<>();
    Matcher lines = ALIASED.matcher(text(request));
    while (lines.find()) {
      candidates.put(lines.group(1), lines.group(2));
    }
    return candidates;
  }

  /** All that is asked. */
  public static String text(ChatRequest request) {
    return request.turns().get(0).text();
  }
}
