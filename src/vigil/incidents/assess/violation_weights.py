"""Weights of violation signs, fitted by tools/fit_assess.py; docs/assessing.md is their card. Figures only."""

LINE = 0.33
"""A probability above it is an answer: where F1 was best in cross-validation."""

PARSED = """
feature killing arbitrary_detention kidnapping torture enforced_disappearance
(intercept) -2.09 -3.9 -1.82 -2.59 -4.07
arbitrary_detention early 0 0.0676 0 0 0
arbitrary_detention he 0 0.0296 0 0 0
arbitrary_detention named -0.083 0.0231 -0.044 0.00347 0.0391
arbitrary_detention state does 0 0.0362 0 0 0
arbitrary_detention suspect 0.072 -0.204 0.169 0.0668 -0.0924
arbitrary_detention whom 0 0.163 0 0 0
armed any 0.0434 -0.121 0.0831 0.0103 -0.0267
armed count 0.00959 -0.073 0.0754 1.15e-05 0.0276
armed lead -0.0995 -0.0275 0.137 0.0951 -0.0352
armed share 0.0704 -0.356 0.404 0.0714 -0.0759
armed title 0.0645 -0.167 0.419 -0.00547 -0.00316
arrest any 0 0.283 0 0 0
arrest borne 0 0.0977 0 0 0
arrest by state 0 0.077 0 0 0
arrest count 0 0.125 0 0 0
arrest first 0 0.399 0 0 0
arrest lead 0 0.128 0 0 0
arrest of all -0.0676 0.308 -0.166 -0.0572 0.0621
arrest real 0 0.141 0 0 0
arrest share 0 0.416 0 0 0
arrest title 0.171 0.114 -0.0196 0.00519 0.101
arrest unreal 0 -0.188 0 0 0
attack named -0.0477 0.00257 -0.157 -0.168 0.01
attack title -0.26 0.087 -0.0198 0.152 -0.0013
beat any 0 0 0 0.183 0
beat borne 0 0 0 -0.115 0
beat by state 0 0 0 -0.0467 0
beat count 0 0 0 0.0498 0
beat first 0 0 0 0.125 0
beat lead 0 0 0 0.117 0
beat real 0 0 0 0.0531 0
beat share 0 0 0 0.496 0
beat unreal 0 0 0 0.00485 0
captive any 0 0 0.117 0 0
captive borne 0 0 0.171 0 0
captive by armed 0 0 0.109 0 0
captive count 0 0 0.0855 0 0
captive first 0 0 0.16 0 0
captive real 0 0 0.0874 0 0
captive share 0 0 0.401 0 0
court any 0 0.000369 0 0 0
court borne 0 0.0137 0 0 0
court by armed 0 -0.0434 0 0 0
court by state 0 0.0395 0 0 0
court count 0 -0.00119 0 0 0
court first 0 0.0841 0 0 0
court lead 0 -0.0579 0 0 0
court real 0 -0.000744 0 0 0
court share 0 -0.079 0 0 0
court title -0.123 -0.0513 0.0892 -0.0687 -0.169
court unreal 0 -0.0157 0 0 0
defender title 0.0939 0.155 -0.104 0.133 0.102
die any 0.123 0 0 0 0
die borne 0.164 0 0 0 0
die by state 0.163 0 0 0 0
die count 0.0728 0 0 0 0
die first 0.209 0 0 0 0
die lead 0.274 0 0 0 0
die real 0.103 0 0 0 0
die share 0.55 0 0 0 0
die unreal -0.166 0 0 0 0
disappear any 0 0 0 0 0.224
disappear borne 0 0 0 0 0.0955
disappear count 0 0 0 0 0.159
disappear first 0 0 0 0 0.214
disappear of all -0.285 0.361 0.334 0.255 0.454
disappear real 0 0 0 0 0.151
disappear share 0 0 0 0 0.795
enforced_disappearance whom 0 0 0 0 0.0608
execute any 0.132 0 0 0 0
execute borne 0.106 0 0 0 0
execute count -0.00585 0 0 0 0
execute first 0.357 0 0 0 0
execute real 0.00437 0 0 0 0
execute share 0.127 0 0 0 0
jail any 0 0.18 0 0 0
jail borne 0 0.0956 0 0 0
jail by state 0 -0.0807 0 0 0
jail count 0 0.0466 0 0 0
jail first 0 0.124 0 0 0
jail lead 0 0.1 0 0 0
jail real 0 0.0487 0 0 0
jail share 0 0.179 0 0 0
jail title -0.0973 0.00699 -0.0579 0.167 -0.189
jail unreal 0 -0.0453 0 0 0
journalist title -0.00128 0.128 -0.1 -0.00976 0.0647
kidnap any 0 0 0.339 0 0
kidnap borne 0 0 0.191 0 0
kidnap by armed 0 0 0.183 0 0
kidnap by state 0 0 0.112 0 0
kidnap count 0 0 0.15 0 0
kidnap first 0 0 0.431 0 0
kidnap lead 0 0 0.24 0 0
kidnap of all -0.08 -0.411 0.481 -0.0633 -0.134
kidnap real 0 0 0.166 0 0
kidnap share 0 0 0.582 0 0
kidnap title -0.0701 -0.292 0.199 -0.0711 -0.134
kidnap unreal 0 0 -0.0748 0 0
kidnapping armed does 0 0 0.0344 0 0
kidnapping early 0 0 0.115 0 0
kidnapping he 0 0 0.107 0 0
kidnapping named 0.144 -0.136 0.108 -0.0516 0.0581
kidnapping state does 0 0 -0.0709 0 0
kidnapping whom 0 0 0.124 0 0
kill any 0.296 0 0 0 0
kill borne 0.2 0 0 0 0
kill by armed 0.0974 0 0 0 0
kill by state 0.17 0 0 0 0
kill count 0.139 0 0 0 0
kill first 0.215 0 0 0 0
kill lead 0.284 0 0 0 0
kill of all 0.523 -0.0515 -0.0992 0.121 0.0607
kill real 0.168 0 0 0 0
kill share 0.939 0 0 0 0
kill title -0.0431 -0.37 0.297 0.236 -0.113
kill unreal -0.163 0 0 0 0
killer any 0.256 0 0 0 0
killer count 0.175 0 0 0 0
killer share 0.496 0 0 0 0
killing armed does 0.127 0 0 0 0
killing early 0.108 0 0 0 0
killing he -0.0234 0 0 0 0
killing named 0.0624 -0.0584 0.103 -0.0216 -0.00353
killing state does 0.305 0 0 0 0
killing whom 0.296 0 0 0 0
law any -0.0599 0.344 -0.215 0.00224 0.148
law count -0.0224 0.0688 -0.0585 0.0421 0.0843
law lead -0.0406 -0.0385 0.0227 0.186 0.0195
law share -0.0902 0.161 -0.22 0.342 0.253
law title 0.018 -0.154 -0.127 0.25 0.0695
length -0.0687 0.0564 -0.0499 -0.0861 0.0516
missing any 0 0 0 0 0.353
missing borne 0 0 0 0 0.0404
missing count 0 0 0 0 0.144
missing first 0 0 0 0 0.0949
missing real 0 0 0 0 0.166
missing share 0 0 0 0 0.658
release any 0 0.193 0 0 0
release count 0 0.121 0 0 0
release lead 0 0.0764 0 0 0
release share 0 0.412 0 0 0
release title -0.0637 0.0602 0.198 0.0474 0.0247
report any 0.0523 -0.000158 -0.0469 0.15 0.131
report count -0.000555 -0.00787 -0.0333 0.0388 0.0981
report lead 0.184 0.0618 -0.0107 0.00829 0.192
report share 0.0321 -0.192 -0.245 0.42 0.331
sexual any 0 0 0 0.24 0
sexual count 0 0 0 -0.067 0
sexual share 0 0 0 0.429 0
state any 0.25 0.723 0.126 -0.286 0.114
state count 0.0188 0.0875 -0.0118 -0.0229 0.059
state lead 0.0336 -0.00213 0.0299 -0.00172 0.00793
state share 0.0625 0.106 -0.00406 0.0192 0.0371
state title 0.0127 0.0572 0.0623 0.0454 0.0255
story any -0.0115 0.0278 -0.0308 -0.0548 -0.0453
story count -0.0179 0.0671 -0.103 -0.0874 -0.0255
story share 0.171 0.11 -0.513 0.0605 -0.297
taken any 0 0 0.0305 0 0
taken borne 0 0 0.0957 0 0
taken by state 0 0 0.0677 0 0
taken count 0 0 -0.0415 0 0
taken first 0 0 0.103 0 0
taken real 0 0 -0.0279 0 0
taken share 0 0 -0.0788 0 0
torture any 0 0 0 0.34 0
torture borne 0 0 0 0.151 0
torture by state 0 0 0 0.00424 0
torture count 0 0 0 0.173 0
torture early 0 0 0 0.472 0
torture first 0 0 0 0.482 0
torture he 0 0 0 0.139 0
torture lead 0 0 0 0.528 0
torture named -0.0827 -0.0944 0.0287 -0.0406 -0.0399
torture of all -0.144 0.187 -0.296 0.2 0.048
torture real 0 0 0 0.189 0
torture share 0 0 0 1.28 0
torture state does 0 0 0 0.0275 0
torture title -0.181 -0.284 0.0808 0.149 0.0738
torture unreal 0 0 0 -0.191 0
torture whom 0 0 0 0.18 0
unionist title 0.0592 0.0878 0.00256 -0.00646 -0.0416
"""

BARE = """
feature killing arbitrary_detention kidnapping torture enforced_disappearance
(intercept) -2.09 -3.88 -1.72 -2.55 -4.05
armed any 0.0533 -0.126 0.0838 0.00921 -0.0286
armed count 0.0137 -0.0777 0.0767 0.00371 0.0303
armed lead -0.0573 -0.078 0.191 0.0969 -0.0291
armed share 0.0994 -0.4 0.428 0.089 -0.0705
armed title 0.122 -0.214 0.441 -0.0606 0.00988
arrest any 0 0.29 0 0 0
arrest borne 0 0.142 0 0 0
arrest by state 0 0.0904 0 0 0
arrest count 0 0.133 0 0 0
arrest first 0 0.402 0 0 0
arrest lead 0 0.158 0 0 0
arrest of all -0.105 0.364 -0.192 -0.0534 0.0689
arrest real 0 0.147 0 0 0
arrest share 0 0.426 0 0 0
arrest title 0.166 0.13 -0.0247 0.0216 0.103
arrest unreal 0 -0.141 0 0 0
attack title -0.291 0.093 -0.0405 0.188 0.0038
beat any 0 0 0 0.188 0
beat borne 0 0 0 -0.092 0
beat by state 0 0 0 -0.0322 0
beat count 0 0 0 0.0664 0
beat first 0 0 0 0.161 0
beat lead 0 0 0 -0.00568 0
beat real 0 0 0 0.0683 0
beat share 0 0 0 0.622 0
beat unreal 0 0 0 0.0455 0
captive any 0 0 0.121 0 0
captive borne 0 0 0.186 0 0
captive by armed 0 0 0.0886 0 0
captive count 0 0 0.0977 0 0
captive first 0 0 0.168 0 0
captive real 0 0 0.0994 0 0
captive share 0 0 0.489 0 0
court any 0 -0.0243 0 0 0
court borne 0 0.0367 0 0 0
court by armed 0 -0.0886 0 0 0
court by state 0 0.0429 0 0 0
court count 0 -0.00342 0 0 0
court first 0 0.0975 0 0 0
court lead 0 -0.0145 0 0 0
court real 0 -0.00366 0 0 0
court share 0 -0.116 0 0 0
court title -0.127 -0.0295 0.102 -0.0608 -0.168
court unreal 0 -0.027 0 0 0
defender title 0.0839 0.155 -0.107 0.106 0.115
die any 0.106 0 0 0 0
die borne 0.248 0 0 0 0
die by state 0.227 0 0 0 0
die count 0.0772 0 0 0 0
die first 0.223 0 0 0 0
die lead 0.353 0 0 0 0
die real 0.105 0 0 0 0
die share 0.587 0 0 0 0
die unreal -0.0938 0 0 0 0
disappear any 0 0 0 0 0.224
disappear borne 0 0 0 0 0.122
disappear count 0 0 0 0 0.169
disappear first 0 0 0 0 0.221
disappear of all -0.268 0.363 0.32 0.235 0.496
disappear real 0 0 0 0 0.163
disappear share 0 0 0 0 0.837
execute any 0.152 0 0 0 0
execute borne 0.125 0 0 0 0
execute count 0.0115 0 0 0 0
execute first 0.4 0 0 0 0
execute real 0.0227 0 0 0 0
execute share 0.178 0 0 0 0
jail any 0 0.176 0 0 0
jail borne 0 0.0958 0 0 0
jail by state 0 -0.0701 0 0 0
jail count 0 0.0514 0 0 0
jail first 0 0.124 0 0 0
jail lead 0 0.154 0 0 0
jail real 0 0.0548 0 0 0
jail share 0 0.167 0 0 0
jail title -0.118 0.0405 -0.0686 0.133 -0.189
jail unreal 0 -0.055 0 0 0
journalist title 0.00527 0.15 -0.0995 0.0247 0.0703
kidnap any 0 0 0.357 0 0
kidnap borne 0 0 0.196 0 0
kidnap by armed 0 0 0.183 0 0
kidnap by state 0 0 0.155 0 0
kidnap count 0 0 0.164 0 0
kidnap first 0 0 0.459 0 0
kidnap lead 0 0 0.311 0 0
kidnap of all -0.0586 -0.45 0.516 -0.0608 -0.136
kidnap real 0 0 0.178 0 0
kidnap share 0 0 0.664 0 0
kidnap title -0.0596 -0.324 0.232 -0.0558 -0.135
kidnap unreal 0 0 -0.0311 0 0
kill any 0.308 0 0 0 0
kill borne 0.339 0 0 0 0
kill by armed 0.137 0 0 0 0
kill by state 0.188 0 0 0 0
kill count 0.151 0 0 0 0
kill first 0.238 0 0 0 0
kill lead 0.323 0 0 0 0
kill of all 0.551 -0.0882 -0.0856 0.0988 0.0522
kill real 0.183 0 0 0 0
kill share 1.03 0 0 0 0
kill title -0.00409 -0.402 0.359 0.215 -0.111
kill unreal -0.155 0 0 0 0
killer any 0.277 0 0 0 0
killer count 0.179 0 0 0 0
killer share 0.468 0 0 0 0
law any -0.0668 0.375 -0.234 -0.0038 0.147
law count -0.0271 0.081 -0.066 0.0377 0.0806
law lead -0.0337 -0.0256 0.0165 0.212 0.017
law share -0.0878 0.21 -0.262 0.366 0.278
law title -0.000131 -0.167 -0.124 0.27 0.0695
length -0.067 0.0605 -0.052 -0.0964 0.0522
missing any 0 0 0 0 0.349
missing borne 0 0 0 0 -0.0758
missing count 0 0 0 0 0.155
missing first 0 0 0 0 0.15
missing real 0 0 0 0 0.178
missing share 0 0 0 0 0.684
release any 0 0.17 0 0 0
release count 0 0.121 0 0 0
release lead 0 0.092 0 0 0
release share 0 0.431 0 0 0
release title -0.0662 0.0686 0.196 0.0185 0.0264
report any 0.0485 0.0213 -0.0562 0.155 0.13
report count 0.00522 -0.0134 -0.035 0.0362 0.0993
report lead 0.178 0.0945 -0.0103 -0.026 0.188
report share 0.0618 -0.222 -0.284 0.46 0.363
sexual any 0 0 0 0.233 0
sexual count 0 0 0 -0.0625 0
sexual share 0 0 0 0.452 0
state any 0.24 0.715 0.13 -0.193 0.111
state count 0.0146 0.0891 -0.00958 -0.0378 0.0607
state lead 0.0464 0.0158 0.0153 -0.0023 -0.0261
state share 0.0996 0.0532 0.0301 -0.0103 0.0756
state title -0.0193 0.0192 0.067 0.0192 -0.0492
story any -0.0114 0.0328 -0.0299 -0.063 -0.0456
story count -0.0193 0.0724 -0.104 -0.0964 -0.0231
story share 0.17 0.195 -0.52 0.0978 -0.302
taken any 0 0 0.0287 0 0
taken borne 0 0 0.152 0 0
taken by state 0 0 0.0644 0 0
taken count 0 0 -0.0428 0 0
taken first 0 0 0.0911 0 0
taken real 0 0 -0.0328 0 0
taken share 0 0 -0.0244 0 0
torture any 0 0 0 0.344 0
torture borne 0 0 0 0.208 0
torture by state 0 0 0 0.0607 0
torture count 0 0 0 0.177 0
torture first 0 0 0 0.482 0
torture lead 0 0 0 0.598 0
torture of all -0.144 0.162 -0.293 0.224 0.0413
torture real 0 0 0 0.195 0
torture share 0 0 0 1.36 0
torture title -0.194 -0.29 0.0853 0.161 0.0747
torture unreal 0 0 0 -0.197 0
unionist title 0.0735 0.0898 -0.0108 -0.0192 -0.0394
"""
