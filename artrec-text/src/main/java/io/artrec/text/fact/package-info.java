/**
 * What a text claims and can be checked without understanding it: names, places, years and numbers.
 * {@link io.artrec.text.fact.KnownFacts} are what a record or another text holds; what a text
 * claims beyond them is named, and {@link io.artrec.text.fact.FactCheck} leaves its sentences out.
 */
@NullMarked
package io.artrec.text.fact;

import org.jspecify.annotations.NullMarked;
