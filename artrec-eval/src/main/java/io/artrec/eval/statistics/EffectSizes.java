package io.artrec.eval.statistics;

import java.util.OptionalDouble;

/**
 * How large a difference is, free of the metric's unit. Positive where the first recommender's
 * values are larger.
 *
 * @param standardized Cohen's d_z = mean difference / standard deviation of the differences (n − 1
 *     in the denominator); 0 when all differences are 0; empty below two pairs and when all
 *     differences are the same but not 0
 * @param hedges d_z · (1 − 3 / (4·(n − 1) − 1)), which is nearly unbiased in small samples (Hedges,
 *     1981); empty as {@code standardized}
 * @param rankBiserial (R+ − R−) / (R+ + R−) of Wilcoxon's rank sums, zeros dropped, from −1 to 1
 *     (Kerby, 2014); 0 when all differences are 0; empty without pairs
 * @param superiority the probability that a visitor's first value is the larger, equal ones
 *     counting half: (wins + ties / 2) / n, from 0 to 1; empty without pairs
 * @param wins visitors whose first value is larger
 * @param ties visitors whose values are equal, up to rounding
 * @param losses visitors whose first value is smaller
 */
public record EffectSizes(
    OptionalDouble standardized,
    OptionalDouble hedges,
    OptionalDouble rankBiserial,
    OptionalDouble superiority,
    int wins,
    int ties,
    int losses) {}
