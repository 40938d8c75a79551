package io.artrec.llm.rendering;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An event of a visitor and what was liked before it.
 *
 * @param before works liked before, oldest first
 * @param event the event
 * @param work its work
 * @param isNext whether the event is for a work that the visitor had nothing to do with before
 * @param own all works that the visitor ever had to do with
 * @param random what is drawn for this visitor
 */
record HistoryStep(
    List<Artwork> before,
    Interaction event,
    Artwork work,
    boolean isNext,
    BitSet own,
    SplittableRandom random) {}
