package io.artrec.llm.conversation;

import io.artrec.llm.prompt.Origin;
import io.artrec.text.wish.ParsedWish;
import io.artrec.text.wish.WishParser;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what somebody says in a conversation. Immutable and thread-safe. */
final class UtteranceReader {
  private static final Pattern AGAIN =
      Pattern.compile(
          "(?i)^[\\s\\p{Punct}]*(?:please |let['’]?s |can we )?(?:start over|start again|begin again"
              + "|forget (?:that|it|this|everything|all)|never ?mind|reset|new search)\\b.*"
              + "|^[\\s\\p{Punct}]*(?:重新开始|从头(?:再)?来|重来|重新来|忘了(?:刚才|这些|它)|算了).*",
          Pattern.DOTALL);
  private static final Pattern MORE =
      Pattern.compile(
          "(?i)^[\\s\\p{Punct}]*(?:please )?(?:show me |give me |are there |any |let me see )?"
              + "(?:some |any )?(?:more|others?|further ones|something else|next|next page|again)"
              + "(?: works| ones| of these| of them| please)?[\\s\\p{Punct}]*$"
              + "|^[\\s\\p{Punct}]*(?:请)?(?:再来|再给我|再看|还有|继续|下一页|更多|多来)"
              + "(?:看看)?(?:一些|些|几件|几幅|几张|一批|别的|其他的)?(?:吗|呢|看看|吧)?[\\s\\p{Punct}]*$");

  private static final Pattern ADDS =
      Pattern.compile(
          "(?i)^[\\s\\p{Punct}]*(?:(?:and|also|plus|with|but with|including|maybe with|even better with)"
              + "\\b|还要?|也要?|再加|加上|带上?|最好有|并且|而且|有).*",
          Pattern.DOTALL);

  private final WishParser parser;
  private final Optional<ModelReader> model;

  UtteranceReader(WishParser parser, Optional<ModelReader> model) {
    this.parser = parser;
    this.model = model;
  }

  /** Whether everything that was wished is to be forgotten. */
  static boolean isToStartAgain(String text) {
    return AGAIN.matcher(text).matches();
  }

  /** Whether what is wished is to come beside what was wished before. */
  static boolean adds(String text) {
    return ADDS.matcher(text).matches();
  }

  Utterance read(String text, Session session) {
    ReferenceReader references = new ReferenceReader(text, session.last().size());
    Utterance.References named = references.read();
    if (MORE.matcher(text).matches()) {
      return new Utterance(named, true, parser.parse(""), Origin.library("it was understood"));
    }
    String rest = references.rest();
    boolean correction = !session.last().isEmpty();
    ParsedWish wish = correction ? parser.parseCorrection(rest) : parser.parse(rest);
    if (wish.notUnderstood().isEmpty()) {
      return new Utterance(named, false, wish, Origin.library("it was understood"));
    }
    return model
        .map(reader -> reader.read(rest, wish, session))
        .map(read -> new Utterance(named, false, read.wish(), read.origin()))
        .orElseGet(() -> new Utterance(named, false, wish, Origin.library("no model is set")));
  }
}
