"""Weights of violation signs, by tools/fit_assess.py; docs/assessing.md is their card."""

LINE = 0.34
"""A probability above it is an answer: where F1 was best in cross-validation."""

PARSED = """
feature killing arbitrary_detention kidnapping torture enforced_disappearance
(intercept) -1.97 -3.26 -1.47 -2.61 -3.47
arbitrary_detention early 0 0.0695 0 0 0
arbitrary_detention he 0 0.0493 0 0 0
arbitrary_detention named -0.105 0.0349 -0.0486 -0.0342 0.0224
arbitrary_detention state does 0 -0.00257 0 0 0
arbitrary_detention suspect 0.0297 -0.243 0.158 0.0757 -0.0675
arbitrary_detention whom 0 0.18 0 0 0
armed any 0.0586 -0.139 0.087 0.0187 0.0282
armed count 0.0217 -0.0954 0.0559 0.0126 0.0526
armed lead -0.163 -0.0743 0.167 0.0981 -0.0522
armed share 0.127 -0.47 0.399 0.0371 0.00103
armed title 0.123 -0.2 0.456 0.0676 0.095
arrest any 0 0.289 0 0 0
arrest borne 0 0.0889 0 0 0
arrest by armed 0 -0.137 0 0 0
arrest by state 0 0.13 0 0 0
arrest count 0 0.119 0 0 0
arrest first 0 0.41 0 0 0
arrest lead 0 0.133 0 0 0
arrest of all -0.104 0.345 -0.166 -0.147 0.112
arrest real 0 0.136 0 0 0
arrest share 0 0.419 0 0 0
arrest title 0.146 0.107 -0.0554 -0.00271 0.173
arrest unreal 0 -0.233 0 0 0
attack named -0.00507 -0.0247 -0.0107 -0.0684 0.0297
attack title -0.304 -0.128 0.19 0.0595 -0.0795
beat any 0 0 0 0.211 0
beat borne 0 0 0 -0.193 0
beat by state 0 0 0 0.0046 0
beat count 0 0 0 0.0301 0
beat first 0 0 0 0.0895 0
beat lead 0 0 0 0.138 0
beat real 0 0 0 0.0331 0
beat share 0 0 0 0.484 0
beat title -0.317 -0.381 0.146 0.272 -0.0403
beat unreal 0 0 0 -0.0695 0
captive any 0 0 0.0391 0 0
captive borne 0 0 0.131 0 0
captive by armed 0 0 0.154 0 0
captive by state 0 0 0.0459 0 0
captive count 0 0 0.0539 0 0
captive first 0 0 0.0255 0 0
captive lead 0 0 -0.153 0 0
captive real 0 0 0.0563 0 0
captive share 0 0 0.276 0 0
court any 0 -0.0326 0 0 0
court borne 0 0.00161 0 0 0
court by armed 0 -0.149 0 0 0
court by state 0 0.046 0 0 0
court count 0 -0.00941 0 0 0
court first 0 0.047 0 0 0
court lead 0 -0.065 0 0 0
court real 0 -0.0148 0 0 0
court share 0 -0.0579 0 0 0
court title -0.148 -0.086 0.0456 -0.0996 -0.231
court unreal 0 0.0318 0 0 0
defender title 0.0552 0.225 -0.109 0.154 0.129
die any 0.121 0 0 0 0
die borne 0.185 0 0 0 0
die by state 0.02 0 0 0 0
die count 0.0712 0 0 0 0
die first 0.213 0 0 0 0
die lead 0.272 0 0 0 0
die real 0.103 0 0 0 0
die share 0.585 0 0 0 0
die title 0.272 -0.0277 -0.192 -0.0367 -0.11
die unreal -0.2 0 0 0 0
disappear any 0 0 0 0 0.22
disappear borne 0 0 0 0 0.00846
disappear count 0 0 0 0 0.168
disappear first 0 0 0 0 0.185
disappear of all 0.0455 -0.0057 0.4 0.135 0.404
disappear real 0 0 0 0 0.164
disappear share 0 0 0 0 0.792
enforced_disappearance he 0 0 0 0 0.0729
enforced_disappearance whom 0 0 0 0 -0.0251
execute any 0.165 0 0 0 0
execute borne 0.146 0 0 0 0
execute by state 0.201 0 0 0 0
execute count 0.0185 0 0 0 0
execute first 0.411 0 0 0 0
execute real 0.0517 0 0 0 0
execute share 0.209 0 0 0 0
execute unreal -0.123 0 0 0 0
jail any 0 0.123 0 0 0
jail borne 0 0.098 0 0 0
jail by armed 0 -0.0974 0 0 0
jail by state 0 -0.0731 0 0 0
jail count 0 0.0453 0 0 0
jail first 0 0.0573 0 0 0
jail lead 0 0.0904 0 0 0
jail real 0 0.0493 0 0 0
jail share 0 0.101 0 0 0
jail title -0.133 0.145 -0.174 0.0466 -0.24
jail unreal 0 -0.0324 0 0 0
journalist title -0.0405 0.0888 -0.146 -0.0311 0.108
kidnap any 0 0 0.377 0 0
kidnap borne 0 0 0.19 0 0
kidnap by armed 0 0 0.182 0 0
kidnap by state 0 0 0.103 0 0
kidnap count 0 0 0.162 0 0
kidnap first 0 0 0.461 0 0
kidnap lead 0 0 0.203 0 0
kidnap of all -0.101 -0.514 0.559 -0.135 -0.137
kidnap real 0 0 0.179 0 0
kidnap share 0 0 0.613 0 0
kidnap title -0.0527 -0.341 0.193 -0.115 -0.125
kidnap unreal 0 0 -0.107 0 0
kidnapping armed does 0 0 0.0576 0 0
kidnapping early 0 0 0.149 0 0
kidnapping he 0 0 0.0955 0 0
kidnapping named 0.168 -0.195 0.0826 -0.00546 0.178
kidnapping state does 0 0 -0.12 0 0
kidnapping suspect -0.104 -0.358 0.466 -0.175 -0.0431
kidnapping whom 0 0 0.167 0 0
kill any 0.318 0 0 0 0
kill borne 0.207 0 0 0 0
kill by armed -0.0411 0 0 0 0
kill by state 0.155 0 0 0 0
kill count 0.133 0 0 0 0
kill first 0.23 0 0 0 0
kill lead 0.326 0 0 0 0
kill of all 0.498 0.0549 -0.0781 0.178 0.0484
kill real 0.163 0 0 0 0
kill share 1.01 0 0 0 0
kill title -0.00274 -0.429 0.304 0.165 -0.13
kill unreal -0.238 0 0 0 0
killer any 0.238 0 0 0 0
killer count 0.124 0 0 0 0
killer lead -0.272 0 0 0 0
killer share 0.369 0 0 0 0
killing armed does 0.0496 0 0 0 0
killing early 0.125 0 0 0 0
killing he -0.0475 0 0 0 0
killing named 0.0856 -0.00668 0.0931 -0.0254 -0.00259
killing state does 0.487 0 0 0 0
killing whom 0.308 0 0 0 0
law any -0.0198 0.344 -0.148 -0.0373 0.221
law count -0.022 0.038 -0.062 0.00456 0.0722
law lead -0.0745 -0.0089 0.0618 0.17 -0.000158
law share -0.023 0.0963 -0.236 0.233 0.213
law title 0.0601 -0.114 -0.102 0.262 0.0441
length -0.0992 0.0682 -0.0879 -0.0963 0.053
missing any 0 0 0 0 0.341
missing borne 0 0 0 0 0.0883
missing count 0 0 0 0 0.2
missing first 0 0 0 0 0.0849
missing real 0 0 0 0 0.237
missing share 0 0 0 0 0.816
release any 0 0.201 0 0 0
release count 0 0.136 0 0 0
release lead 0 0.0752 0 0 0
release share 0 0.45 0 0 0
release title 0.0893 0.147 0.0589 0.0243 0.0759
report any 0.0567 -0.0379 -0.0403 0.116 0.0469
report count -0.0307 -0.0367 -0.0266 0.0193 0.0826
report lead 0.18 0.0237 -0.0835 0.0149 0.179
report share 0.0988 -0.26 -0.168 0.486 0.172
sexual any 0 0 0 0.319 0
sexual count 0 0 0 -0.073 0
sexual share 0 0 0 0.251 0
state any 0.225 0.381 -0.156 -0.11 -0.436
state count -0.00325 0.0983 -0.00989 -0.0163 0.0425
state lead 0.0963 -0.0424 0.0507 -0.0066 -0.00691
state share 0.103 0.184 0.0283 0.04 -0.0661
state title 0.077 0.041 0.0485 0.0719 0.0972
story any -0.00871 -0.00768 -0.00647 -0.0816 -0.00592
story count -0.0543 0.0359 -0.045 -0.118 -0.00649
story share 0.0793 -0.0416 -0.47 -0.016 -0.239
taken any 0 0 0.0138 0 0
taken borne 0 0 0.116 0 0
taken by state 0 0 0.118 0 0
taken count 0 0 -0.0928 0 0
taken first 0 0 0.106 0 0
taken lead 0 0 0.0831 0 0
taken real 0 0 -0.0874 0 0
taken share 0 0 -0.0355 0 0
threat title -0.0725 0.0687 -0.0878 -0.039 -0.297
torture any 0 0 0 0.401 0
torture borne 0 0 0 0.175 0
torture by state 0 0 0 0.167 0
torture count 0 0 0 0.194 0
torture early 0 0 0 0.504 0
torture first 0 0 0 0.523 0
torture he 0 0 0 0.157 0
torture lead 0 0 0 0.458 0
torture named -0.0248 -0.0693 -0.0338 0.0165 -0.0238
torture of all 0.0698 0.314 -0.269 0.51 -0.0216
torture real 0 0 0 0.214 0
torture share 0 0 0 1.45 0
torture state does 0 0 0 0.0225 0
torture title -0.242 -0.414 0.0171 0.195 0.089
torture unreal 0 0 0 -0.213 0
torture whom 0 0 0 0.115 0
unionist title -0.0551 -0.0147 0.0286 -0.0678 -0.018
"""

BARE = """
feature killing arbitrary_detention kidnapping torture enforced_disappearance
(intercept) -1.93 -3.32 -1.41 -2.56 -3.46
armed any 0.0756 -0.143 0.092 0.018 0.0305
armed count 0.0235 -0.102 0.0636 0.0164 0.0573
armed lead -0.127 -0.154 0.224 0.102 -0.0373
armed share 0.143 -0.516 0.431 0.0449 0.00237
armed title 0.168 -0.253 0.484 0.00838 0.116
arrest any 0 0.295 0 0 0
arrest borne 0 0.168 0 0 0
arrest by armed 0 -0.214 0 0 0
arrest by state 0 0.141 0 0 0
arrest count 0 0.127 0 0 0
arrest first 0 0.404 0 0 0
arrest lead 0 0.171 0 0 0
arrest of all -0.149 0.402 -0.19 -0.149 0.115
arrest real 0 0.143 0 0 0
arrest share 0 0.415 0 0 0
arrest title 0.13 0.0968 -0.0514 0.0163 0.172
arrest unreal 0 -0.182 0 0 0
attack title -0.322 -0.121 0.165 0.079 -0.0747
beat any 0 0 0 0.213 0
beat borne 0 0 0 -0.181 0
beat by state 0 0 0 0.0283 0
beat count 0 0 0 0.0479 0
beat first 0 0 0 0.126 0
beat lead 0 0 0 0.0426 0
beat real 0 0 0 0.0493 0
beat share 0 0 0 0.641 0
beat title -0.31 -0.445 0.162 0.394 -0.0384
beat unreal 0 0 0 -0.00716 0
captive any 0 0 0.0342 0 0
captive borne 0 0 0.184 0 0
captive by armed 0 0 0.129 0 0
captive by state 0 0 0.0695 0 0
captive count 0 0 0.0766 0 0
captive first 0 0 0.0316 0 0
captive lead 0 0 -0.0165 0 0
captive real 0 0 0.0826 0 0
captive share 0 0 0.34 0 0
court any 0 -0.0582 0 0 0
court borne 0 -0.0158 0 0 0
court by armed 0 -0.224 0 0 0
court by state 0 0.0543 0 0 0
court count 0 -0.00913 0 0 0
court first 0 0.0714 0 0 0
court lead 0 -0.0324 0 0 0
court real 0 -0.0146 0 0 0
court share 0 -0.088 0 0 0
court title -0.164 -0.0447 0.054 -0.0843 -0.23
court unreal 0 0.0252 0 0 0
defender title 0.0512 0.229 -0.115 0.127 0.133
die any 0.102 0 0 0 0
die borne 0.27 0 0 0 0
die by state 0.0829 0 0 0 0
die count 0.0751 0 0 0 0
die first 0.225 0 0 0 0
die lead 0.371 0 0 0 0
die real 0.105 0 0 0 0
die share 0.632 0 0 0 0
die title 0.313 -0.0269 -0.178 -0.0419 -0.0955
die unreal -0.114 0 0 0 0
disappear any 0 0 0 0 0.217
disappear borne 0 0 0 0 -0.0296
disappear count 0 0 0 0 0.18
disappear first 0 0 0 0 0.194
disappear of all 0.0704 0.00684 0.381 0.135 0.446
disappear real 0 0 0 0 0.178
disappear share 0 0 0 0 0.8
execute any 0.174 0 0 0 0
execute borne 0.0526 0 0 0 0
execute by state 0.519 0 0 0 0
execute count 0.0292 0 0 0 0
execute first 0.437 0 0 0 0
execute real 0.0638 0 0 0 0
execute share 0.254 0 0 0 0
execute unreal -0.0867 0 0 0 0
jail any 0 0.121 0 0 0
jail borne 0 0.122 0 0 0
jail by state 0 -0.0687 0 0 0
jail count 0 0.051 0 0 0
jail first 0 0.0687 0 0 0
jail lead 0 0.129 0 0 0
jail real 0 0.0561 0 0 0
jail share 0 0.0844 0 0 0
jail title -0.162 0.184 -0.168 0.0158 -0.243
jail unreal 0 -0.0299 0 0 0
journalist title -0.0327 0.117 -0.149 -0.000661 0.123
kidnap any 0 0 0.403 0 0
kidnap borne 0 0 0.178 0 0
kidnap by armed 0 0 0.184 0 0
kidnap by state 0 0 0.133 0 0
kidnap count 0 0 0.182 0 0
kidnap first 0 0 0.502 0 0
kidnap lead 0 0 0.32 0 0
kidnap of all -0.0795 -0.579 0.588 -0.128 -0.132
kidnap real 0 0 0.199 0 0
kidnap share 0 0 0.713 0 0
kidnap title -0.0548 -0.407 0.245 -0.102 -0.12
kidnap unreal 0 0 -0.0642 0 0
kill any 0.339 0 0 0 0
kill borne 0.359 0 0 0 0
kill by armed -0.00271 0 0 0 0
kill by state 0.189 0 0 0 0
kill count 0.148 0 0 0 0
kill first 0.255 0 0 0 0
kill lead 0.332 0 0 0 0
kill of all 0.548 0.0388 -0.0545 0.156 0.0429
kill real 0.18 0 0 0 0
kill share 1.11 0 0 0 0
kill title 0.0451 -0.477 0.374 0.158 -0.123
kill unreal -0.239 0 0 0 0
killer any 0.259 0 0 0 0
killer count 0.134 0 0 0 0
killer lead -0.285 0 0 0 0
killer share 0.353 0 0 0 0
law any -0.0219 0.389 -0.176 -0.0816 0.219
law count -0.0305 0.0523 -0.0673 -0.00221 0.0683
law lead -0.0587 0.00382 0.0547 0.195 -0.00699
law share -0.0254 0.144 -0.266 0.23 0.232
law title 0.00369 -0.143 -0.105 0.252 0.0441
length -0.102 0.0723 -0.0816 -0.107 0.0547
missing any 0 0 0 0 0.347
missing borne 0 0 0 0 -0.071
missing count 0 0 0 0 0.219
missing first 0 0 0 0 0.141
missing real 0 0 0 0 0.259
missing share 0 0 0 0 0.849
release any 0 0.18 0 0 0
release count 0 0.138 0 0 0
release lead 0 0.095 0 0 0
release share 0 0.475 0 0 0
release title 0.0667 0.155 0.0605 -0.00827 0.0752
report any 0.0562 0.00208 -0.0661 0.113 0.0429
report count -0.0231 -0.0382 -0.0269 0.0159 0.0847
report lead 0.174 0.0567 -0.0836 -0.0293 0.187
report share 0.131 -0.26 -0.23 0.545 0.195
sexual any 0 0 0 0.318 0
sexual count 0 0 0 -0.0601 0
sexual share 0 0 0 0.32 0
state any 0.214 0.382 -0.166 -0.0347 -0.44
state count -0.00956 0.0973 -0.00323 -0.0304 0.0466
state lead 0.12 -0.0139 0.0299 -0.00911 -0.0342
state share 0.123 0.119 0.0909 0.0379 -0.0176
state title 0.0488 -0.0273 0.0595 0.0653 0.0317
story any -0.0105 0.0207 -0.0111 -0.0802 0.00304
story count -0.0536 0.0444 -0.0465 -0.122 -0.000793
story share 0.083 0.0682 -0.501 0.0533 -0.212
taken any 0 0 0.011 0 0
taken borne 0 0 0.174 0 0
taken by state 0 0 0.113 0 0
taken count 0 0 -0.0987 0 0
taken first 0 0 0.09 0 0
taken lead 0 0 0.211 0 0
taken real 0 0 -0.0957 0 0
taken share 0 0 0.00606 0 0
threat title -0.0811 0.0501 -0.0979 -0.0443 -0.29
torture any 0 0 0 0.407 0
torture borne 0 0 0 0.22 0
torture by state 0 0 0 0.175 0
torture count 0 0 0 0.198 0
torture first 0 0 0 0.521 0
torture lead 0 0 0 0.58 0
torture of all 0.075 0.301 -0.273 0.541 -0.0278
torture real 0 0 0 0.218 0
torture share 0 0 0 1.55 0
torture title -0.243 -0.422 0.0181 0.192 0.0888
torture unreal 0 0 0 -0.17 0
unionist title -0.0134 0.0185 -0.0676 -0.0649 -0.00873
"""
