/**
 * Which briefs belong beside a page: mentions and brief heads in, ordered briefs with their reasons out.
 *
 * Pure: touches nothing, imports only the ground, gives the same answer everywhere. Any input has an answer, perhaps an
 * empty one. Promises one brief a translation group, a `because` for each, and silence rather than a weak guess.
 */
export { aboutEntity, type AboutEntity } from './about-entity';
export { inReadersOrder, lastDay, rank, type Ranking } from './rank';
export { type RankedArchives } from './ranked-archives';
export { readNext, type ReadNext } from './read-next';
export { type WeighedEntity } from './weigh-entities';
