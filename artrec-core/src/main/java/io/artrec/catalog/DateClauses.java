package io.artrec.catalog;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Parts a date into clauses and says of each what its years are of: the invention of the work, its
 * making, or something later. A verb that is not known as one of making is of something later.
 */
final class DateClauses {
  /** What the years of a clause are of. */
  enum Role {
    /** Designed, modelled, conceived: what is made from it later does not count. */
    CONCEIVED,
    /** No verb and no other word. */
    BARE,
    MADE,
    /** Completed: belongs to the making, whatever began it. */
    COMPLETED,
    LATER
  }

  private static final String VERB =
      "(?:\\p{L}{2,20}ed|made|remade|cast|recast|built|rebuilt|cut|recut|struck|woven|drawn|written|wrought|thrown|shot|spun"
          + "|begun|laid|bound|sewn|blown|exh|pub|gegossen|gedruckt|ausgestellt|gewebt|coulé|fondu|imprimé|édité"
          + "|exposé|tissé|fuso|stampato)";
  private static final Pattern ANY_VERB = Pattern.compile("\\b" + VERB + "\\b");
  private static final Pattern LATER =
      Pattern.compile(
          "\\b(?:prints?\\s\\D{0,9}\\d|replica|edition|impression|fonte|tirage|fusione|later)\\b?|\\b(?:exh|pub)\\b");
  private static final Pattern MAKING =
      Pattern.compile(
          "\\b(?:made|painted|executed|created|begun|started|dated|undated|signed|inscribed|built|written|drawn|composed"
              + "|sculpted|sketched|worked|continued|produced|constructed|embroidered|carved|woven|wrought|thrown|etched"
              + "|lithographed|photographed|manufactured|fabricated|decorated|cut|gilded|gilt|glazed|enamel+ed"
              + "|illuminated|copied|used|occupied|reigned|estimated|approximated|united)\\b");
  private static final Pattern COMPLETED =
      Pattern.compile("\\b(?:completed|finished|ended|vollendet|achevé|terminé|finito)\\b");
  private static final Pattern CONCEIVED =
      Pattern.compile(
          "\\b(?:designed|conceived|modell?ed|model|invented|negatives?|originals?|originally|maquette|prototype|planned"
              + "|entworfen|entwurf|conçue?|modèle|ideat[ao]|progettat[ao]|diseñad[ao])\\b");

  /** Letters that say nothing about what a year is of. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?:\\b(?:c|ca|circa|about|around|or|and|to|s|probably|possibly|perhaps)\\b|\\P{L})*+");

  private static final String MODEL =
      "(?:style|stil|stile|estilo|manner|manier|maniera|taste|fashion|spirit|imitation)";
  private static final String COPY =
      "(?:cop(?:y|ies|ie)|replica|reproduction|version|pastiche|kopie|copia)";

  /** Words behind which a date is that of a model: {@code in the style of the 16th century}. */
  private static final Pattern OF_A_MODEL =
      Pattern.compile(
          "(?:\\b(?:in|im|dans|nello|en|à|a|al)\\s(?:the\\s|le\\s|la\\s|el\\s)?)?\\b"
              + MODEL
              + "\\s?(?:of|after|des?|der|du|del|dell[ao]|von|nach)\\b.*"
              + "|\\b"
              + COPY
              + "\\s(?:of|after)\\s(?:an?|the)\\b.*"
              + "|\\b(?:after|based on|inspired by)\\s(?:an?|the)\\s.*|\\boriginal dated\\b.*"
              + "|\\bafter\\s(?:\\p{L}{3,20}\\s){0,2}(?:designs?|originals?|models?|prototypes?|prints?|paintings?|drawings?"
              + "|engravings?|compositions?|cartoons?)\\b.*"
              + "|\\b(?:after|based on)\\s\\P{Z}{3,20}[\\s-]century\\s\\p{L}{3,}.*");

  /** A date before such a word: {@code 16th-century style}, {@code Ming revival}. */
  private static final Pattern MODEL_BEHIND =
      Pattern.compile(
          "(?:\\b(?:early|mid|late)[\\s-]{1,2})?[\\p{L}\\d]{2,20}(?:[\\s-](?:century|dynasty|period))?[\\s-](?:style|manner|taste|revival|stil)\\b");

  private static final Pattern SEPARATE =
      Pattern.compile(
          "[,;]|\\s(?:and|but|then|und|et|e|y)\\s(?=(?:\\p{L}{2,12}\\s)?"
              + VERB
              + "\\b)|(?<=\\d)\\s{1,3}(?=(?:(?:this|probably|posthumously|later|first|then)\\s)?"
              + VERB
              + "\\b[^,;]{0,80}\\d)");

  private DateClauses() {}

  static List<String> split(String text) {
    return SEPARATE.splitAsStream(text).toList();
  }

  /** A clause without the dates of what the work is made after, which are none of its own. */
  static String withoutModels(String clause) {
    return MODEL_BEHIND.matcher(OF_A_MODEL.matcher(clause).replaceAll(" ")).replaceAll(" ");
  }

  /** Whether words in parentheses are a clause of their own. */
  static boolean isClause(String inside) {
    boolean dated = inside.chars().anyMatch(Character::isDigit);
    return LATER.matcher(inside).find()
        || OF_A_MODEL.matcher(inside).find()
        || (ANY_VERB.matcher(inside).find() && (dated || role(inside) == Role.LATER));
  }

  static Role role(String clause) {
    if (BARE.matcher(clause).matches()) {
      return Role.BARE;
    }
    if (CONCEIVED.matcher(clause).find()) {
      return Role.CONCEIVED;
    }
    if (LATER.matcher(clause).find()) {
      return Role.LATER;
    }
    if (COMPLETED.matcher(clause).find()) {
      return Role.COMPLETED;
    }
    boolean verb = ANY_VERB.matcher(clause).find();
    return verb && !MAKING.matcher(clause).find() ? Role.LATER : Role.MADE;
  }
}
