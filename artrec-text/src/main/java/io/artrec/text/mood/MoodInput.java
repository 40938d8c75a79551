package io.artrec.text.mood;

/**
 * A number of a work that tells of its mood, with the stated weights by which it does.
 *
 * <p>The signs are those of published findings. How far one standard deviation moves a painting is
 * a judgement: the findings are of single colors and of patterns, and whole pictures move less.
 */
public enum MoodInput {
  /**
   * Activity of the colors (Ou, Luo, Woodcock and Wright, A Study of Colour Emotion and Colour
   * Preference, part I, Color Research and Application 29, 2004), in deviations over paintings.
   * Moves arousal by 0.2: vivid and far from middle gray is active. Arousal by lightness and
   * saturation (Valdez and Mehrabian 1994, -0.31 B + 0.60 S) has the same sign for dark and for
   * saturated colors, and was contradicted in part for light ones (Wilms and Oberfeld, Color and
   * emotion, Psychological Research 82, 2018), so activity stands for it.
   */
  COLOR_ACTIVITY(MoodSource.COLORS, 0, 0.2),

  /**
   * Weight of the colors, heavy above 0 (Ou et al. 2004). Stated as nothing: it is lightness again,
   * which pleasure has; a fit may use it.
   */
  COLOR_WEIGHT(MoodSource.COLORS, 0, 0),

  /**
   * Heat of the colors, warm above 0 (Ou et al. 2004). Moves arousal by 0.1: red excites more than
   * green and blue (Wilms and Oberfeld 2018).
   */
  COLOR_HEAT(MoodSource.COLORS, 0, 0.1),

  /**
   * Pleasure of the colors, 0.69 of lightness and 0.22 of saturation, both standardized (Valdez and
   * Mehrabian, Effects of Color on Emotions, Journal of Experimental Psychology: General 123,
   * 1994). Moves valence by 0.3.
   */
  COLOR_PLEASURE(MoodSource.COLORS, 0.3, 0),

  /**
   * Contrast, the deviation of lightness, in deviations over paintings. Moves arousal by 0.1:
   * arousal rises with contrast and complexity (Berlyne, Aesthetics and Psychobiology, 1971).
   */
  CONTRAST(MoodSource.COMPOSITION, 0, 0.1),

  /**
   * Density of edges, in deviations over paintings. Moves arousal by 0.2: what is dense is seen as
   * complex (Machado, Romero, Nadal, Santos, Correia and Carballal, Computerized measures of visual
   * complexity, Acta Psychologica 160, 2015), and what is complex stirs (Berlyne 1971).
   */
  EDGE_DENSITY(MoodSource.COMPOSITION, 0, 0.2),

  /**
   * Mirror symmetry, in deviations over paintings. Moves arousal by -0.1: order lowers complexity
   * (Berlyne 1971).
   */
  SYMMETRY(MoodSource.COMPOSITION, 0, -0.1),

  /** Mean valence of the subjects found, -1 to 1, a judgement for each subject; taken as it is. */
  SUBJECT_VALENCE(MoodSource.SUBJECTS, 1, 0),

  /** Mean arousal of the subjects found, -1 to 1; taken as it is. */
  SUBJECT_AROUSAL(MoodSource.SUBJECTS, 0, 1),

  /** Mean valence of the words found, -1 to 1, as {@link MoodLexicon} has them; taken as it is. */
  WORD_VALENCE(MoodSource.WORDS, 1, 0),

  /** Mean arousal of the words found, -1 to 1; taken as it is. */
  WORD_AROUSAL(MoodSource.WORDS, 0, 1);

  private final MoodSource source;
  private final double valence;
  private final double arousal;

  MoodInput(MoodSource source, double valence, double arousal) {
    this.source = source;
    this.valence = valence;
    this.arousal = arousal;
  }

  /**
   * Returns what the number is of.
   *
   * @return the source
   */
  public MoodSource source() {
    return source;
  }

  /**
   * Returns the stated weight for valence.
   *
   * @return what one unit of the number adds to what its source says
   */
  public double valence() {
    return valence;
  }

  /**
   * Returns the stated weight for arousal.
   *
   * @return what one unit of the number adds to what its source says
   */
  public double arousal() {
    return arousal;
  }
}
