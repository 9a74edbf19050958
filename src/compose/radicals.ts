/**
 * Characters of the block CJK Radicals Supplement that PDF files put in place of the ideograph they look like, and that
 * ideograph. Unicode gives them no compatibility mapping, so NFKC leaves them; Kangxi radicals have one and are not listed.
 * Source: Unicode Character Database, EquivalentUnifiedIdeograph.
 */
const pairs =
  '⺁厂⺄乙⺅亻⺆冂⺈刀⺊卜⺋㔾⺎兀⺏尣⺐尢⺒巳⺓幺⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺦丬⺧牛⺨犭⺬示⺭礻⺯糹⺰纟⺱罓⺶羊⺹耂⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻐钅⻑長⻒镸⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀';

/** Radical -> ideograph, one character each. */
export const radicalIdeographs: Readonly<Record<string, string>> = Object.fromEntries(
  [...pairs.matchAll(/(.)(.)/gu)].map(([, radical = '', ideograph = '']) => [radical, ideograph]),
);
