"""Weights of victim signs, by tools/fit_assess.py; docs/assessing.md is their card."""

LINE = 0.23
"""A probability above it is an answer: where F1 was best in cross-validation."""

PARSED = """
feature victim
(intercept) -1.99
after against -0.509
after by -0.723
after for 0.638
after from -0.637
after in -0.914
after including 0.941
after of -0.398
after of early 0.181
after on -0.467
after other -0.109
after to -0.74
after with -0.359
age 0.603
bears 0.138
bears arrest -0.271
bears court -0.565
bears early 0.331
bears net 0.139
bears of all 0.285
bears share 0.397
beside arbitrary_detention 0.0321
beside attack 0.218
beside enforced_disappearance -0.476
beside harm 0.0195
beside harm body 0.209
beside harm lead -0.119
beside harm share 0.339
beside harm title -0.795
beside kidnapping -0.0833
beside killing -0.335
beside torture -0.172
by -0.148
by grammar 0.754
defender after 0.684
defender before 0.278
doc arrest 0.131
doc disappear 0.0504
doc kidnap -0.139
doc kill 0.0459
doc title arrest 0.247
doc title kidnap 0.234
doc title kill 0.115
doc title torture 0.347
doc torture -0.0607
does 0.27
does share 0.684
first defender after -0.133
first defender before 0.0138
first journalist after -0.511
first journalist before -0.176
first kin before 0.343
first official after -0.0357
first official before -0.199
first other victim after 0.368
first other victim before -0.253
first state after -0.205
first state before -0.501
first victim word after -0.0767
first victim word before 0.129
first who 0.388
for -0.627
genitive -0.17
harm of -0.0507
harm of share 0.718
harm over 0.732
he bears any 0.177
he bears arbitrary_detention 0.147
he bears killing -0.232
he says -0.00123
in lead -0.0991
in title -0.438
is accused -0.225
is bears any 0.16
is bears any early 0.318
is bears arbitrary_detention 0.203
is bears arbitrary_detention early -0.283
is bears attack 0.833
is bears kidnapping 0.589
is bears killing -0.0258
is bears release 0.325
is does any 0.218
is official -0.712
is says -0.122
is says early 0.24
is subject 0.45
is subject victim word 0.875
is victim word -0.0115
journalist after 0.216
journalist before 0.66
kin after -1.03
kin before 0.24
kin of 0.256
lawyer before -0.403
listed 0.44
listed early 0.483
long text -0.153
mentions -0.0831
mr 0.151
near armed -0.216
near arrest -0.234
near arrest early -0.07
near attack 0.217
near beat 0.856
near court -0.0263
near court early 0.448
near die 0.159
near jail -0.0465
near kidnap -0.359
near kill 0.414
near may -0.133
near not -0.353
near release 0.28
near state -0.129
near state early 0.295
near threat -1.06
near torture 0.105
object 0.108
object early -0.447
official after -0.178
official before -0.253
official before early -0.497
once -0.127
one of -0.654
one word -1.26
other victim after -0.127
other victim before -0.228
owner 0.314
persons -0.258
place 0.58
rank 0.207
root 0.000746
root early -0.0239
row 0.325
row bears 0.127
row given 0.358
says 0.00527
says by place -0.112
says by place early -0.822
says early 0.575
says share -0.429
speaks near -0.167
speaks near share -0.0384
state after 0.585
state before -0.348
subject -0.0833
subject early 0.521
subject over arrest 0.0476
such as 0.399
then he 0.238
then he harm 0.396
then he says -0.34
three words -0.4
unionist before 0.434
victim before -0.281
victim word after -0.0255
victim word before 0.196
victim word before early -0.219
who 0.213
who harm 0.529
x accused 0.0376
x bears 0.111
x bears and accused -0.564
x bears and official 0.252
x bears by both -0.0815
x bears early 0.125
x bears in row -0.329
x early kind 0.042
x early trade -0.0689
x he bears 0.249
x held for a crime -1.34
x kin -0.277
x kind 0.0652
x kind bears 0.0377
x kind bears early 0.301
x kind given 0.183
x kind in row 0.282
x near 0.187
x near in row 0.596
x nothing -0.301
x official only -0.297
x official says -0.00657
x often bears 0.511
x often, bears nothing -0.155
x once bears -0.214
x once, bears nothing -0.0286
x once, kind, near 0.223
x once, no kind -0.185
x only bears -0.0681
x only bears, early 0.421
x only says -0.0588
x row bears 0.456
x row given -0.16
x row of three -0.027
x sure name bears 0.0877
x title bears -0.306
x title near -0.0483
x trade 0.158
x trade bears 0.228
x trade near 0.159
x trade says -0.199
x trade, silent 0.291
x unsure name bears 0.198
"""

BARE = """
feature victim
(intercept) -1.53
age 1.31
beside arbitrary_detention 0.334
beside attack 0.234
beside enforced_disappearance -0.0817
beside harm 0.0737
beside harm body 0.229
beside harm lead 0.0837
beside harm share 0.165
beside harm title -0.944
beside kidnapping 0.232
beside killing -0.0385
beside torture 0.211
by -0.443
defender after 0.478
defender before 0.0651
doc arrest 0.176
doc disappear 0.0508
doc kidnap -0.0919
doc kill 0.0477
doc title arrest 0.294
doc title kidnap 0.0807
doc title kill 0.0483
doc title torture 0.304
doc torture 0.0196
first defender after -0.115
first defender before 0.218
first journalist after 0.0412
first journalist before -0.0497
first kin after -0.616
first kin before -0.489
first official after -0.383
first official before -0.338
first other victim after 0.438
first other victim before -0.00756
first state after -0.0317
first state before 0.363
first unionist before 0.579
first victim after 0.402
first victim before -0.341
first victim word after 0.154
first victim word before 0.0669
first who 1.14
for -0.908
harm of 1.01
harm of share 0.409
in lead 0.244
in title -0.362
jail after 0.497
journalist after -0.0192
journalist before 1.03
kin after -0.226
kin before 0.311
long text -0.16
mentions -0.153
near armed -0.118
near arrest 0.137
near arrest early -0.226
near attack 0.867
near court 0.253
near court early 0.676
near die 1.02
near jail -0.155
near kidnap -0.336
near kill 0.568
near may -0.155
near not -0.879
near release 0.307
near state -0.116
near state early 0.15
near threat -0.96
official after 0.339
official before -0.401
official before early -0.121
once -0.0987
other victim after -0.118
other victim before -0.396
persons -0.27
place 0.586
rank -0.143
row 0.6
says by place -0.162
speaks near 0.01
speaks near share -0.214
state after 0.474
state before -0.307
such as 0.272
then he 0.184
then he harm 0.531
then he says -0.578
three words -0.365
unionist before -0.681
victim after 0.613
victim before -0.0188
victim word after -0.092
victim word before 0.186
victim word before early 0.0997
who 0.0321
x early kind -0.0329
x early trade -0.16
x kin 0.00483
x kind 0.237
x kind in row 0.45
x near 0.323
x near in row 0.779
x nothing -0.219
x official only -0.153
x official says -0.138
x often, bears nothing 0.0987
x once, bears nothing -0.0987
x once, kind, near 0.266
x once, no kind -0.061
x only says -0.161
x row of three 0.244
x title near 0.33
x trade 0.0779
x trade near 0.427
x trade says -0.893
x trade, silent 0.251
"""
