/** Encodings that data files come in, and are written back in. `gbk` stands for its superset GB 18030 when it is read. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'gbk';
